import { fromWordPress } from '../../../../story/formats/wordpress/index.ts';
import type { StoredReceipt } from '../../../store/api.ts';
import type { Outcome, PublishRun, Standing, Trouble } from '../types.ts';
import { type Files, hashOf } from './files.ts';
import { NINJS, PAGE } from './place.ts';
import { type Progress, parseProgress, parseVersion, type Version, versionText } from './progress.ts';

type Changed = { version: Partial<Version>; page: Uint8Array | null; at: string };

/** What stands there, if it is neither what the last receipt left nor what one of our own runs was writing. */
export async function changedThere(
  files: Files,
  folder: string,
  run: PublishRun,
  progress: Progress,
  writing: Version,
): Promise<Changed | null> {
  const { previous } = run.publication;
  const known = [
    writing,
    progress.writing,
    progress.replace,
    ...run.abandoned.map((job) => parseProgress(job.progress).writing),
  ];
  if (previous) known.push(parseVersion(previous.remoteVersion));
  const page = await files.read(`${folder}/${PAGE}`);
  const ninjs = await files.read(`${folder}/${NINJS}`);
  const version = { ...(page && { page: hashOf(page) }), ...(ninjs && { ninjs: hashOf(ninjs) }) };
  const isOurs = (file: keyof Version) => !version[file] || known.some((one) => one?.[file] === version[file]);
  if (isOurs('page') && isOurs('ninjs')) return null;
  return { version, page, at: await files.modifiedAt(`${folder}/${isOurs('page') ? NINJS : PAGE}`) };
}

export function conflictOf(folder: string, { version, page, at }: Changed, ours: Uint8Array): Trouble {
  const sides = { theirs: plainText(page ?? new Uint8Array()), ours: plainText(ours) };
  const known = versionText({ page: version.page ?? '', ninjs: version.ninjs ?? '' });
  return { ok: false, code: 'conflict', detail: folder, conflict: { ...sides, modifiedAt: at, version: known } };
}

/** What stands in a story's folder now. Rejects with the place's error. */
export async function lookIntoFolder(files: Files, receipt: StoredReceipt): Promise<Outcome<Standing | 'same' | null>> {
  const folder = receipt.remoteId;
  const page = await files.read(`${folder}/${PAGE}`);
  const ninjs = await files.read(`${folder}/${NINJS}`);
  if (!page && !ninjs) return { ok: true, value: null };
  const version = versionText({ page: page ? hashOf(page) : '', ninjs: ninjs ? hashOf(ninjs) : '' });
  if (version === receipt.remoteVersion) return { ok: true, value: 'same' };
  const modifiedAt = await files.modifiedAt(`${folder}/${page ? PAGE : NINJS}`);
  const theirs = { title: '', standfirst: '', html: bodyOf(page ?? new Uint8Array()) };
  return { ok: true, value: { version, status: 'published', modifiedAt, theirs } };
}

/** The page's words, as a reader meets them. */
const plainText = (page: Uint8Array): string => fromWordPress(bodyOf(page)).join('\n\n');

/** The page's body, without what is no text. */
function bodyOf(page: Uint8Array): string {
  const html = new TextDecoder().decode(page);
  return html.slice(Math.max(0, html.indexOf('<body'))).replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
}
