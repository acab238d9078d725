import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ErrorCode, Result } from '../../preload/contract.ts';
import { MAX_TEMPLATE_BYTES, parseTemplate, type Template } from '../../story/formats/template/template.ts';
import { namesIn, readWhole } from '../files.ts';

export const EXTENSION = '.copydesk-template';
/** More files than these are not read: no newsroom has so many. */
const MOST_FILES = 500;

/** A template's file. `id` names it to the window, which learns no path. */
export type TemplateFile = Template & { id: string; file: string };
export type Read = { found: TemplateFile[]; unreadable: { file: string; code: ErrorCode }[] };

/** The templates in a folder, by their files' names; none where there is no folder. `origin` sets its ids apart from others'. */
export async function readTemplates(folder: string, origin: string): Promise<Read> {
  const read: Read = { found: [], unreadable: [] };
  for (const name of await namesIn(folder, EXTENSION, MOST_FILES)) {
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
  const read = await readWhole(file, MAX_TEMPLATE_BYTES, 'notATemplate');
  if (read.ok) return parseTemplate(read.value);
  return read.detail === 'ENOENT' ? { ok: false, code: 'notFound', detail: path.basename(file) } : read;
}
