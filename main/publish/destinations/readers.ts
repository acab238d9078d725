import { randomBytes } from 'node:crypto';
import { comparePage, type PageComparison, type SentPage } from '../../../story/formats/page/index.ts';
import { photoKey } from '../../../story/photo/recipe.ts';
import type { Renditions } from '../../../story/photo/renditions.ts';
import { storyPhotos } from './photos.ts';
import { compareFile, type SentFile } from './served-file.ts';
import type { Readers } from './site.ts';
import type { Outcome, PublishRun } from './types.ts';

/** A page as it came: its status, and where it came from. */
export type Page = { status: number; url: string; html: string };
/** What anybody gets, signed in as nobody. */
export type Reader = {
  page(url: string): Promise<Outcome<Page>>;
  file(url: string): Promise<Outcome<Uint8Array>>;
};

/**
 * Reads a published story as its readers do: its page, and each photo's file. `where` of a page's difference is "page:" and what
 * it would be in the destination's own data; "photoBytes:1" is the first photo's file. What could not be looked at is a note,
 * never a difference, and is not in `compared`: it fails no publication.
 */
export async function readAsReaders(
  reader: Reader,
  url: string,
  sent: SentPage,
  files: readonly SentFile[],
): Promise<Readers> {
  const page = await readPage(reader, url, sent);
  const served = await readFiles(reader, files);
  return {
    differences: [...page.differences, ...served.differences],
    notes: [...page.notes, ...served.notes],
    compared: [...page.compared, ...served.compared],
  };
}

async function readPage(reader: Reader, url: string, sent: SentPage): Promise<Readers> {
  const first = await compareAt(reader, url, sent);
  if (isEqual(first)) return { differences: [], notes: [], compared: ['page'] };
  // A cache may still hold the page as it was before: an address that none has seen is made anew.
  const fresh = new URL(url);
  fresh.searchParams.set('copydesk', randomBytes(6).toString('hex'));
  const second = first ? await compareAt(reader, fresh.href, sent) : null;
  if (isEqual(second)) return { differences: [], notes: ['pageOld'], compared: ['page'] };
  if (!first) return { differences: [], notes: ['pageUnread'], compared: [] };
  if (!first.isThere) return { differences: [], notes: ['pageOther'], compared: [] };
  const differences = first.differences.map((one) => ({ ...one, where: `page:${one.where}` }));
  return { differences, notes: [], compared: ['page'] };
}

/** null: no page came. */
async function compareAt(reader: Reader, url: string, sent: SentPage): Promise<PageComparison | null> {
  const page = await reader.page(url);
  return page.ok && page.value.status === 200 ? comparePage(sent, page.value.html, page.value.url) : null;
}

const isEqual = (compared: PageComparison | null): boolean =>
  compared?.isThere === true && compared.differences.length === 0;

async function readFiles(reader: Reader, files: readonly SentFile[]): Promise<Readers> {
  const differences: Readers['differences'] = [];
  const seen = new Set<string>();
  for (const [at, file] of files.entries()) {
    const served = await reader.file(file.url);
    if (!served.ok) {
      seen.add('unread');
      continue;
    }
    const { is, ours, theirs } = await compareFile(file, served.value);
    seen.add(is);
    if (is === 'other') differences.push({ where: `photoBytes:${at + 1}`, ours, theirs });
  }
  return {
    differences,
    notes: [
      ...(seen.has('encoded') ? (['photosEncoded'] as const) : []),
      ...(seen.has('unread') ? (['filesUnread'] as const) : []),
    ],
    compared: files.length > 0 && !seen.has('unread') ? ['files'] : [],
  };
}

/** The files of a story's photos, by the addresses that readers load them from; `sent`: photos by photoKey. */
export function sentFiles<Photo>(
  { publication, photos }: Pick<PublishRun, 'publication' | 'photos'>,
  renditions: Renditions,
  sent: ReadonlyMap<string, Photo>,
  urlOf: (photo: Photo) => string,
): Promise<SentFile[]> {
  const shown = storyPhotos(publication.story).flatMap((figure) => {
    const photo = sent.get(photoKey(figure));
    return photo ? [{ figure, url: urlOf(photo) }] : [];
  });
  return Promise.all(
    shown.map(async ({ figure, url }) => ({
      url,
      sent: (await photos.known(await photos.key(figure, renditions)))?.sent,
      rendition: () => photos.rendition(figure, renditions),
    })),
  );
}
