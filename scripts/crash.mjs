// npm run crash -- --kills N [--seed S]: kills the program so many times while somebody works, and opens the library anew.
// Prints progress and, at the end, one line of figures; exits 1 if anything acknowledged was lost.
import { parseArgs } from 'node:util';
import { runKills } from '../tests/crash/kills/run.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const [kills, seed] = [Number(values.kills ?? 200), Number(values.seed ?? Date.now() % 2 ** 31)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('crash: --kills N, a whole number from 1 on, and perhaps --seed S, a whole number');
  process.exit(2);
}
console.log(`crash: ${kills} kills, seed ${seed}`);
const figures = await runKills({ kills, seed, log: (line) => console.log(line) });
console.log(JSON.stringify(figures));
process.exit(figures.lost === 0 ? 0 : 1);
