import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHANNEL } from '../../preload/contract.ts';

const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'copydesk-layers-'));
const config = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
delete config.$schema;
writeFileSync(path.join(copy, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
afterAll(() => rmSync(copy, { recursive: true }));

/** Lints one file under the project's own rules, at that place in a tree. */
function lint(file: string, code: string) {
  const place = path.join(copy, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, code);
  const answer = spawnSync(path.join(root, 'node_modules/.bin/biome'), ['lint', file], { cwd: copy, encoding: 'utf8' });
  rmSync(place);
  return answer;
}

describe('the layers', () => {
  it.each([
    ['story/bad.ts', "import fs from 'node:fs';\nfs.rmSync('x');"],
    ['story/bad.ts', "import { app } from 'electron';\napp.quit();"],
    ['story/review/bad.ts', "import { ipc } from '../../main/ipc.ts';\nipc();"],
    ['story/bad.ts', 'document.title;\n'],
    ['renderer/library/bad.ts', "import { x } from '../../main/ipc.ts';\nx();"],
    ['renderer/bad.ts', "import { app } from 'electron';\napp.quit();"],
    ['renderer/bad.ts', "await fetch('x');"],
    ['renderer/bad.ts', "localStorage.setItem('a', 'b');"],
    ['main/store/bad.ts', "import { app } from 'electron';\napp.quit();"],
    ['main/publish/bad.ts', "import http from 'node:http';\nhttp.get('x');"],
    ['main/publish/outbox.ts', "import { request } from 'undici';\nrequest('x');"],
    ['main/publish/destinations/bad.ts', "import { Client } from 'ssh2';\nnew Client();"],
    ['main/shell/bad.ts', "import net from 'node:net';\nnet.connect(1);"],
    ['main/review/bad.ts', "await fetch('x');"],
  ])('%s may not hold: %s', (file, code) => {
    const answer = lint(file, code);
    expect(answer.stdout + answer.stderr).toMatch(/noRestricted(Imports|Globals)/);
    expect(answer.status).not.toBe(0);
  });

  it.each([
    ['story/good.ts', "import { newId } from './ids.ts';\nexport const id = newId();\n"],
    ['main/publish/http.ts', "import { request } from 'undici';\n\nawait request('x');\n"],
    ['main/publish/sftp.ts', "import { Client } from 'ssh2';\n\nnew Client();\n"],
    ['main/shell/good.ts', "import { app } from 'electron';\n\napp.quit();\n"],
  ])('%s may hold: %s', (file, code) => expect(lint(file, code).status).toBe(0));

  it('lets the window import only types of the contract', () => {
    const files = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' });
    const bad = files
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /^import (?!type )[^;]*preload\/contract/m.test(readFileSync(path.join(root, 'renderer', file), 'utf8')),
      );
    expect(bad).toEqual([]);
  });

  it('has the same channels in the preload as in the contract', () => {
    const preload = readFileSync(path.join(root, 'preload/index.ts'), 'utf8');
    expect(preload).toContain(`'${CHANNEL.call}'`);
    expect(preload).toContain(`'${CHANNEL.event}'`);
  });
});
