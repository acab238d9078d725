import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Image, Pendings, writeImage } from './images.ts';
import { copies } from './operations/copies.ts';
import { files, swaps } from './operations/files.ts';
import { mulberry } from './random.ts';
import { traceProgram, whyNoTrace } from './trace.ts';

const PROGRAM = join(import.meta.dirname, 'operations/operate.ts');
/** Images by chance of one operation, where more than eight writes are pending. */
const SAMPLES = 10_000;
const reason = whyNoTrace();
if (reason) console.log(`power loss of our own files: skipped, ${reason}`);
const base = mkdtempSync(join(tmpdir(), 'copydesk-operations-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const hashOf = (image: Image): string => {
  const hash = createHash('sha256');
  for (const [path, bytes] of image) hash.update(`${path}\0${bytes?.length}\0`).update(bytes ?? '');
  return hash.digest('hex');
};

test.skipIf(reason !== null).each([...copies, ...files, ...swaps].map((one) => [one.name, one] as const))(
  '%s: whatever a power cut leaves of it, it is the old or the new whole, and once acknowledged the new',
  async (name, operation) => {
    const at = join(base, createHash('md5').update(name).digest('hex'));
    const place = { folder: join(at, 'folder'), desk: join(at, 'desk') };
    for (const path of [place.folder, place.desk]) mkdirSync(path, { recursive: true });
    await operation.prepare(place);
    const pendings = new Pendings(place.folder);
    const events = traceProgram([PROGRAM, name, place.folder, place.desk], place.folder);
    const large = events.filter((event) => event.kind === 'write').length + 1;
    const random = mulberry(20250304);
    const said: string[] = [];
    const seen = new Set<string>();
    const left = join(at, 'left');
    let images = 0;
    for (const event of events) {
      pendings.apply(event);
      if (event.kind === 'say') said.push(event.line);
      for (const image of pendings.images(Math.ceil(SAMPLES / large), random)) {
        images++;
        // What is the same, with the same promised, has been judged.
        const key = `${said.length} ${hashOf(image)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        mkdirSync(left);
        writeImage(image, left);
        await operation.judge(left, said, place).catch((error) => {
          throw new Error(`after ${JSON.stringify(event).slice(0, 300)}, ${said.join(' ')} said: ${error}`, {
            cause: error,
          });
        });
        rmSync(left, { recursive: true });
      }
    }
    console.log(`${name}: ${events.length} events, ${images} images, ${seen.size} of them different`);
    expect(said.at(-1)).toBe('DONE');
    expect(images).toBeGreaterThan(10);
  },
);
