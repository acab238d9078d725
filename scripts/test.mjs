// npm test: prepares the machine (or says what it lacks), builds, runs every suite, and ends with one line "N passed, N failed".
// A skip that tests/allowed-skips does not list counts as a failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { diedFiles, playwrightFiles, playwrightTests, vitestFiles, vitestTests } from './lib/results.mjs';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Runs one command in the project's folder; its output goes straight through. */
function run(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${title}: ${status === 0 ? 'done' : `exit ${status}`} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return status === 0;
}

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const node = process.execPath;
const tests = [];
const step = (title, passed) => tests.push({ title, status: passed ? 'passed' : 'failed' });

if (!run('prepare', node, ['scripts/prepare-machine.mjs', 'test', 'cms'])) {
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
step('the machine has what the tests need', true);
step('types', run('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']));
step('lint, layers, format', run('lint', bin('biome'), ['check', '--error-on-warnings', '.']));
step('build', run('build', bin('electron-vite'), ['build', '--logLevel', 'warn']));

const files = [];
{
  const file = path.join(results, 'vitest.json');
  const vitest = (title, output, names = []) =>
    run(title, bin('vitest'), [
      'run',
      ...names,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${output}`,
    ]);
  const passed = vitest('vitest', file);
  files.push(...vitestFiles(file));
  const died = passed ? [] : diedFiles(file);
  if (died.length === 0) tests.push(...vitestTests(file, passed));
  else {
    // A process that dies is no test that fails. Its files get one more chance, and the run says so.
    const again = path.join(results, 'vitest-again.json');
    const names = died.map((one) => path.relative(root, one));
    const mended = vitest(`vitest: a test process died; once more: ${names.join(', ')}`, again, names);
    const rest = vitestTests(file, true).filter(({ title }) => !names.some((one) => title.startsWith(`${one} `)));
    tests.push(...rest, ...vitestTests(again, mended));
  }
}
{
  const file = path.join(results, 'playwright.json');
  const passed = run(
    'playwright',
    bin('playwright'),
    ['test', '--reporter=list,json', '--output=test-results/playwright'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  );
  tests.push(...playwrightTests(file, passed));
  files.push(...playwrightFiles(file));
}

const allowed = readFileSync(path.join(root, 'tests/allowed-skips'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .map((line) => line.split(' :: '));
console.log('\n== skipped');
for (const test of tests.filter((item) => item.status === 'skipped')) {
  const entry = allowed.find(([title]) => test.title.includes(title));
  if (!entry) test.status = 'failed';
  console.log(entry ? `- ${test.title} (${entry[1]})` : `- ${test.title}: NOT LISTED in tests/allowed-skips`);
}
console.log('\n== slowest files');
for (const { file, ms } of files.toSorted((a, b) => b.ms - a.ms).slice(0, 10))
  console.log(`- ${file}: ${Math.round(ms / 1000)} s`);
console.log('\n== failed');
for (const test of tests.filter((item) => item.status === 'failed')) console.log(`- ${test.title}`);
const count = (status) => tests.filter((item) => item.status === status).length;
console.log(`\n${count('passed')} passed, ${count('failed')} failed`);
process.exit(count('failed') === 0 && count('passed') > 0 ? 0 : 1);
