// Reads what the test runners wrote, as a list of { title, status: passed | failed | skipped }.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** vitest's json reporter. `ok` is the run's exit; a failure that no test shows (an unhandled error) is added. */
export function vitestTests(file, ok) {
  if (!existsSync(file)) return [{ title: `vitest wrote no results`, status: 'failed' }];
  const tests = JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap((suite) => {
    const where = path.relative(process.cwd(), suite.name);
    if (suite.assertionResults.length === 0 && suite.status === 'failed') return [{ title: where, status: 'failed' }];
    return suite.assertionResults.map((test) => ({
      title: `${where} > ${test.fullName}`,
      status: ['passed', 'failed'].includes(test.status) ? test.status : 'skipped',
    }));
  });
  return withExit(tests, ok, 'vitest');
}

/** How long each file took, as { file, ms }; none where nothing was written. */
export function vitestFiles(file) {
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')).testResults.map(({ name, startTime, endTime }) => ({
    file: path.relative(process.cwd(), name),
    ms: endTime - startTime,
  }));
}

/** The files whose test process died in their midst, while no test of the run failed. */
export function diedFiles(file) {
  if (!existsSync(file)) return [];
  const suites = JSON.parse(readFileSync(file, 'utf8')).testResults;
  const has = (suite, status) => suite.assertionResults.some((test) => test.status === status);
  if (suites.some((suite) => has(suite, 'failed'))) return [];
  return suites.filter((suite) => suite.status === 'failed' && has(suite, 'pending')).map((suite) => suite.name);
}

/** Playwright's json reporter. A flaky test is a failed one. */
export function playwrightTests(file, ok) {
  if (!existsSync(file)) return [{ title: 'playwright wrote no results', status: 'failed' }];
  const tests = [];
  const walk = (suite, trail) => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests)
        tests.push({
          title: [...trail, spec.title].join(' > '),
          status: { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed',
        });
    for (const child of suite.suites ?? []) walk(child, [...trail, child.title]);
  };
  for (const suite of JSON.parse(readFileSync(file, 'utf8')).suites) walk(suite, [suite.title]);
  return withExit(tests, ok, 'playwright');
}

/** As `vitestFiles`: the sum of a file's tests. */
export function playwrightFiles(file) {
  if (!existsSync(file)) return [];
  const msOf = ({ specs = [], suites = [] }) =>
    specs
      .flatMap((spec) => spec.tests.flatMap((test) => test.results.map(({ duration }) => duration)))
      .concat(suites.map(msOf))
      .reduce((sum, ms) => sum + ms, 0);
  return JSON.parse(readFileSync(file, 'utf8')).suites.map((suite) => ({ file: suite.title, ms: msOf(suite) }));
}

function withExit(tests, ok, name) {
  if (tests.length === 0) return [{ title: `${name} ran no test`, status: 'failed' }];
  if (ok || tests.some((test) => test.status === 'failed')) return tests;
  return [...tests, { title: `${name} ended with an error outside its tests`, status: 'failed' }];
}
