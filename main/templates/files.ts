import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import { MAX_TEMPLATE_BYTES, parseTemplate, type Template } from '../../story/formats/template/template.ts';
import { diskFailure, replaceFile, syncFolder } from '../durable.ts';

export const EXTENSION = '.copydesk-template';
/** More files than these are not read: no newsroom has so many. */
const MOST_FILES = 500;

/** A template's file. `id` names it to the window, which learns no path. */
export type TemplateFile = Template & { id: string; file: string };
export type Read = { found: TemplateFile[]; unreadable: { file: string; code: ErrorCode }[] };

/** The templates in a folder, by their files' names; none where there is no folder. `origin` sets its ids apart from others'. */
export async function readTemplates(folder: string, origin: string): Promise<Read> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const read: Read = { found: [], unreadable: [] };
  for (const name of names
    .filter((one) => one.endsWith(EXTENSION))
    .sort()
    .slice(0, MOST_FILES)) {
    const file = path.join(folder, name);
    const template = await readTemplate(file);
    if (template.ok) read.found.push({ ...template.value, id: idOf(origin, name), file });
    else read.unreadable.push({ file: name, code: template.code });
  }
  return read;
}

const idOf = (origin: string, name: string): string =>
  createHash('sha256').update(`${origin}/${name}`).digest('hex').slice(0, 32);

/** Failures: notFound, fileTooLarge, notATemplate, damagedTemplate, newerTemplate, diskError. */
export async function readTemplate(file: string): Promise<Result<Template>> {
  try {
    const info = await stat(file);
    if (!info.isFile()) return { ok: false, code: 'notATemplate' };
    if (info.size > MAX_TEMPLATE_BYTES) return { ok: false, code: 'fileTooLarge' };
    return parseTemplate(new Uint8Array(await readFile(file)));
  } catch (error) {
    const failure = diskFailure(error);
    return failure.detail === 'ENOENT' ? { ok: false, code: 'notFound', detail: path.basename(file) } : failure;
  }
}

/** Writes a file whole or not at all; its name is durable when it returns. Failures: diskFull, diskError. */
export async function writeFileWhole(file: string, text: string): Promise<Result<null>> {
  const folder = path.dirname(file);
  try {
    if (await mkdir(folder, { recursive: true })) await syncFolder(path.dirname(folder));
    await replaceFile(file, new Uint8Array(Buffer.from(text)), `${file}.${randomUUID()}.part`);
    await syncFolder(folder);
    return { ok: true, value: null };
  } catch (error) {
    return diskFailure(error);
  }
}

/** Failures: diskError. */
export async function removeFile(file: string): Promise<Result<null>> {
  try {
    await rm(file, { force: true });
    await syncFolder(path.dirname(file));
    return { ok: true, value: null };
  } catch (error) {
    return diskFailure(error);
  }
}
