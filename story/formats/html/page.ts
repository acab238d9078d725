import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { PublishedStory } from '../../canonical.ts';
import { bodyTexts, plainTexts } from '../../content.ts';
import { linesOf } from '../../planning.ts';
import { bylineNames } from '../../text/byline.ts';
import { seoHeadline, webHeadline } from '../../text/headlines.ts';
import { htmlEscape } from '../escape.ts';
import { articleData, type Publication, scriptJson } from './article-data.ts';
import { type HtmlPhotos, lines } from './body.ts';
import { cardMeta, meta } from './card.ts';

const { text: escapeText, attribute } = htmlEscape;

/** The whole page around a body that is HTML already. */
export function pageHtml(
  story: PublishedStory,
  body: string,
  photos: HtmlPhotos,
  stylesheet: string,
  about: Publication,
): string {
  const { fields, language } = story;
  const css = stylesheet.replace(/\r\n?/g, '\n').replaceAll('</', '<\\/');
  return present(
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${attribute(policy(css, photos))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeText(titleOf(story))}</title>`,
    meta('description', fields.standfirst.trim()),
    meta('author', bylineNames(fields.byline).join(', ')),
    ...cardMeta(story, photos, about),
    `<script type="application/ld+json">${scriptJson(articleData(story, photos, about))}</script>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    articleHtml(story, body),
    '</body>',
    '</html>',
    '',
  );
}

/** What readers see of the page: all that stands in its body. */
export function articleHtml({ fields }: PublishedStory, body: string): string {
  const headline = webHeadline(fields);
  const paragraph = (name: string, html: string): string => html && `<p class="${name}">${html}</p>`;
  const dateline = (['place', 'date'] as const).filter((name) => fields[name].trim() !== '');
  return [
    '<main>',
    '<article>',
    '<header>',
    paragraph('kicker', lines(fields.kicker)),
    headline.trim() && `<h1>${lines(headline)}</h1>`,
    paragraph('standfirst', lines(fields.standfirst)),
    // Where whoever read the story before it was corrected meets it first.
    ...linesOf(fields.correction).map((line) => paragraph('correction', lines(line))),
    paragraph('dateline', dateline.map((name) => `<span class="${name}">${lines(fields[name])}</span>`).join(', ')),
    '</header>',
    '<div class="body">',
    body,
    '</div>',
    paragraph('byline', lines(fields.byline)),
    '</article>',
    '</main>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const present = (...parts: string[]): string =>
  parts.filter((part, at) => part !== '' || at === parts.length - 1).join('\n');

/** The headline for search engines, or else the first words there are: a page needs a title. */
function titleOf({ fields, body }: PublishedStory): string {
  const texts = body.flatMap((block) => [...bodyTexts(block), ...plainTexts(block).map(({ text }) => text)]);
  const found = [seoHeadline(fields), fields.kicker, fields.standfirst, ...texts].find((text) => text.trim() !== '');
  return (found ?? '…').replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
}

/** CSP level 3: nothing runs, nothing loads but this stylesheet and the photos. */
function policy(css: string, photos: HtmlPhotos): string {
  const sources = [...photos.values()].flatMap(({ href }) => (URL.canParse(href) ? [sourceOf(new URL(href))] : BESIDE));
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(css))));
  const images = [...new Set(sources)].sort().join(' ') || "'none'";
  return `default-src 'none'; img-src ${images}; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

// Beside the page, also when it is opened from a folder: not every browser counts that as 'self'.
const BESIDE = ["'self'", 'file:'];
const sourceOf = (url: URL): string => (/^https?:$/.test(url.protocol) ? url.origin : url.protocol);
