import { createHash } from 'node:crypto';
import type { LibraryRow } from '../../../preload/contract.ts';
import { htmlEscape } from '../../../story/formats/escape.ts';
import type { Language } from '../../../story/model.ts';
import type { Texts } from '../../texts.ts';

/** One story in the export's list. `folder`: relative, null where it could not be written. */
export type Listed = { row: LibraryRow; folder: string | null; missingPhotos: number };

const { text: escaped, attribute } = htmlEscape;
const CSS = `
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid #8884; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
small { display: block; opacity: .8; }
`;
const CSS_HASH = createHash('sha256').update(CSS).digest('base64');

/** The export's front page: every story with its date, state, length and link. One file, no script, nothing from outside. */
export function listPage(stories: readonly Listed[], at: string, language: Language, texts: Texts): string {
  const title = escaped(texts('backup.exportTitle'));
  const head = ['changed', 'headline', 'state', 'words'].map(
    (key) => `<th>${escaped(texts(`backup.column.${key}`))}</th>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${CSS_HASH}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${CSS}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    `<p>${escaped(day(at, language))}</p>`,
    '<table>',
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...stories.map((story) => rowOf(story, language, texts)),
    '</tbody>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function rowOf({ row, folder, missingPhotos }: Listed, language: Language, texts: Texts): string {
  const headline = escaped(row.headline.trim() || texts('library.untitled'));
  const link = folder === null ? headline : `<a href="${attribute(`${encodeURI(folder)}/story.html`)}">${headline}</a>`;
  const remarks = [
    folder === null ? texts('backup.notWritten') : '',
    missingPhotos > 0 ? texts('backup.listPhotos').replace('{{count}}', String(missingPhotos)) : '',
    row.trashedAt === null ? '' : texts('backup.inTrash'),
  ].filter((text) => text !== '');
  const small = remarks.map((text) => `<small>${escaped(text)}</small>`).join('');
  const words = new Intl.NumberFormat(language).format(row.words);
  return `<tr><td>${escaped(day(row.updatedAt, language))}</td><td>${link}${small}</td><td>${escaped(texts(`state.${row.status}`))}</td><td class="number">${words}</td></tr>`;
}

const day = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );
