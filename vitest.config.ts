import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keepCompiled } from './tests/compiled.ts';

keepCompiled();

// The tests that need neither a window nor a server run in `unit`; the crash suite starts processes; `cms` starts servers.
const project = (name: string, include: string[], testTimeout: number) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: 'node' },
});
const PROJECTS = [
  project('cms', ['tests/cms/**/*.test.ts'], 240_000),
  project('crash', ['tests/crash/**/*.test.ts'], 240_000),
  project('package', ['tests/package/**/*.test.ts'], 300_000),
  project('unit', ['tests/unit/**/*.test.{ts,tsx}'], 60_000),
];

/** In the order above: files that take minutes first, hundreds of short ones behind them, so that no core waits at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project: { name } }: TestSpecification) => PROJECTS.findIndex(({ test }) => test.name === name);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    projects: PROJECTS,
    // Much of the time is spent waiting for servers, disks and processes.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
  },
});
