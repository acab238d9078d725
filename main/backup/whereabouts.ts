import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from '../../story/zod.ts';
import { replaceFile, syncFolder } from '../durable.ts';

/**
 * The old folder of a library that was moved says where it went: should the preferences be lost, nobody writes on in the
 * old one, as if nothing had happened.
 */
const markerSchema = z.object({ format: z.literal('copydesk-moved'), to: z.string() });
const MARKER = 'moved.json';
/** Moved so often and back: more is a circle. */
const MOST_MOVES = 20;

/** Rejects with the system's error. */
export async function leaveMarker(library: string, to: string): Promise<void> {
  const text = `${JSON.stringify({ format: 'copydesk-moved', to })}\n`;
  const file = path.join(library, MARKER);
  await replaceFile(file, new Uint8Array(Buffer.from(text)), `${file}.${randomUUID()}.tmp`);
  await syncFolder(library);
}

/** The library in this folder is in use (again): where it once went no longer counts. */
export const forgetMove = (library: string): Promise<void> =>
  rm(path.join(library, MARKER), { force: true }).catch(() => undefined);

/** Where the library is that was in `library` once, whether that place is there now or not. */
export async function followMoves(library: string): Promise<string> {
  let at = library;
  for (let move = 0; move < MOST_MOVES; move++) {
    const to = await readMarker(at);
    if (to === null) return at;
    at = to;
  }
  return library;
}

async function readMarker(library: string): Promise<string | null> {
  try {
    return markerSchema.parse(JSON.parse(await readFile(path.join(library, MARKER), 'utf8'))).to;
  } catch {
    return null;
  }
}
