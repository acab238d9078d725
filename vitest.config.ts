import { defineConfig } from 'vitest/config';

// The tests that need neither a window nor a server run in `unit`; the crash suite starts processes; `cms` starts servers.
const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: 'node' },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['tests/unit/**/*.test.{ts,tsx}'], 60_000),
      project('crash', ['tests/crash/**/*.test.ts'], 240_000),
      project('cms', ['tests/cms/**/*.test.ts'], 240_000),
      project('package', ['tests/package/**/*.test.ts'], 300_000),
    ],
  },
});
