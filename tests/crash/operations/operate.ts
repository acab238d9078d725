// Does one operation in a process of its own, to be traced. Arguments: its name, its folder, its desk.
import { writeSync } from 'node:fs';
import { copies } from './copies.ts';
import { files, swaps } from './files.ts';

const [name, folder, desk] = process.argv.slice(2) as [string, string, string];
const operation = [...copies, ...files, ...swaps].find((one) => one.name === name);
const failed = await operation?.run({ folder, desk }, (word) => writeSync(1, `${word}\n`));
if (failed !== null) throw new Error(`${name}: ${failed}`);
