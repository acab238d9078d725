// npm run mutate: breaks one safety at a time in a copy of the tree and runs the suite that must notice.
// Prints a line a mutation; exits 1 if a mutation survives, or if a suite is red without one.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mutations } from './lib/mutations.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const wanted = process.argv.slice(2);
const copy = mkdtempSync(path.join(tmpdir(), 'copydesk-mutate-'));
const LEFT_OUT = new Set(['node_modules', '.git', 'out', 'dist', 'test-results', '.cache']);

cpSync(root, copy, {
  recursive: true,
  filter: (file) => !LEFT_OUT.has(path.relative(root, file).split(path.sep)[0] ?? ''),
});
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

const run = (suite) => {
  const [command, ...args] = suite;
  // A script of the copy, or a tool.
  const file = command.endsWith('.mjs') ? path.join(copy, command) : path.join(bin, command);
  return spawnSync(path.join(bin, 'node'), [file, ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
};
const suites = new Map();
let survived = 0;
for (const mutation of mutations.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const key = mutation.suite.join(' ');
  if (!suites.has(key)) {
    const { status, stdout, stderr } = run(mutation.suite);
    if (status !== 0) console.log(stdout.slice(-4000), stderr.slice(-2000));
    suites.set(key, status === 0);
  }
  const file = path.join(copy, mutation.file);
  const before = readFileSync(file, 'utf8');
  let broken = before;
  for (const [find, put] of mutation.changes) {
    if (before.split(find).length !== 2) throw new Error(`${mutation.name}: not exactly once in ${mutation.file}`);
    broken = broken.replace(find, () => put);
  }
  writeFileSync(file, broken);
  const red = run(mutation.suite).status !== 0;
  writeFileSync(file, before);
  const good = red && suites.get(key);
  if (!good) survived += 1;
  console.log(
    `${good ? 'caught  ' : 'SURVIVED'} ${mutation.name}${suites.get(key) ? '' : ' (the suite is red without it)'}`,
  );
}
rmSync(copy, { recursive: true, force: true });
process.exit(survived === 0 ? 0 : 1);
