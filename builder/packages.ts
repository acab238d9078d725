// Which packages go into the archive. Vite has already put what the window uses into its bundle; only what the main
// process and the preload still import by name has to travel as a package.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["'](@[\w.-]+\/[\w.-]+|\w[\w.-]*)(?:\/[\w./-]+)?["']/g;
const PROVIDED = new Set(['electron', ...builtinModules]);

/** The packages that built code imports by name: `sharp`, `@noble/hashes`, … */
export function importedPackages(root: string): string[] {
  const files = globSync('out/{main,preload}/**/*.{js,cjs,mjs}', { cwd: root });
  if (files.length === 0) throw new Error('Nothing is built in out/: run "npm run build" first.');
  const found = new Set<string>();
  for (const file of files) {
    for (const [, name = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT))
      if (!PROVIDED.has(name)) found.add(name);
  }
  return [...found].sort();
}

/** The named packages with all that they depend on, as installed. */
function closure(root: string, names: string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...names];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const file = path.join(root, 'node_modules', name, 'package.json');
    if (seen.has(name) || !existsSync(file)) continue;
    seen.add(name);
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(readFileSync(file, 'utf8'));
    queue.push(...Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }));
  }
  return seen;
}

/** The production packages that nothing in the main process or the preload can reach: they stay out. */
export function bundledPackages(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const needed = closure(root, importedPackages(root));
  return [...closure(root, Object.keys(dependencies))].filter((name) => !needed.has(name)).sort();
}
