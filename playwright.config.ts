import { defineConfig } from '@playwright/test';
import { keepCompiled } from './tests/compiled.ts';

keepCompiled();

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  reporter: [['list']],
  // A trace takes a fifth of a run's time: TRACE=1 asks for the failed tests'.
  use: { trace: process.env.TRACE ? 'retain-on-failure' : 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'standin', testMatch: 'standin/**/*.spec.ts' },
    { name: 'editor', testMatch: 'editor/**/*.spec.ts' },
    { name: 'ime', testMatch: 'ime/**/*.spec.ts' },
    { name: 'e2e', testMatch: 'e2e/**/*.spec.ts' },
  ],
});
