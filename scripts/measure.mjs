// npm run measure -- NAME: prints one JSON line of figures.
import { existsSync } from 'node:fs';
import path from 'node:path';

const name = process.argv[2] ?? '';
const file = path.join(import.meta.dirname, 'measure', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(
    `measure: no figures named "${name}"; there are: spine, drafts, typing, vietnamese, photos, publish, review`,
  );
  process.exit(2);
}
const { measure } = await import(file);
console.log(JSON.stringify(await measure()));
process.exit(0);
