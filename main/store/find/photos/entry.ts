import type { PhotoFlag, PhotoInfo, PhotoRow } from '../../../../preload/contract.ts';
import { PHOTO_FIELDS, photoText } from '../../../../story/photo/facts.ts';
import { isMadeByAi } from '../../../../story/photo/sourceType.ts';
import { forbiddenBy } from '../../../../story/photo/terms.ts';
import type { QueryField } from '../../../../story/text/query.ts';
import { NO_WORDS, type Words, wordsIn } from '../words.ts';

/** What is held of every photo: what filters and orders look at, and its words. */
export type PhotoEntry = {
  readonly hash: string;
  readonly type: PhotoInfo['type'];
  readonly size: number;
  readonly name: string;
  readonly credit: string;
  readonly photographer: string;
  readonly taken: string;
  readonly importedAt: string;
  readonly flags: readonly PhotoFlag[];
  readonly words: Words;
  /** Its words where a term asks for one field only. */
  readonly fields: Readonly<Record<QueryField, Words>>;
  /** What the stories that show it say of it. */
  said: Words;
};

const one = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Two texts mean one value where only spaces or the normal form differ. */
export function entryOf(info: PhotoInfo): PhotoEntry {
  const text = (field: (typeof PHOTO_FIELDS)[number]) => photoText(info, field);
  const searched = PHOTO_FIELDS.filter((field) => field !== 'date' && field !== 'aiLabel');
  const { hash, type, size, name, importedAt = '' } = info;
  return {
    hash,
    type,
    size,
    name,
    credit: one(text('credit')),
    photographer: one(text('photographer')),
    taken: text('date'),
    importedAt,
    flags: flagsOf(info),
    words: wordsIn([name, ...searched.map(text)]),
    fields: {
      headline: wordsIn([text('headline')]),
      byline: wordsIn([text('photographer'), text('credit'), text('captionWriter')]),
      tag: wordsIn([text('keywords')]),
    },
    said: NO_WORDS,
  };
}

function flagsOf(info: PhotoInfo): PhotoFlag[] {
  const flags: PhotoFlag[] = [];
  if (photoText(info, 'credit').trim() === '') flags.push('noCredit');
  if (forbiddenBy(info)) flags.push('restricted');
  if (isMadeByAi(photoText(info, 'aiLabel'))) flags.push('ai');
  return flags;
}

/** Longer texts than a row shows. */
const LONGEST = 300;

export function rowOf(info: PhotoInfo, { flags, taken }: PhotoEntry, uses: number): PhotoRow {
  const { hash, type, width, height, size, name, importedAt = null } = info;
  const cut = (field: (typeof PHOTO_FIELDS)[number]) => one(photoText(info, field)).slice(0, LONGEST);
  const texts = {
    headline: cut('headline'),
    caption: cut('caption'),
    photographer: cut('photographer'),
    credit: cut('credit'),
  };
  return { id: hash, type, width, height, size, name, ...texts, taken, importedAt, flags: [...flags], uses };
}
