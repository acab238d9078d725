import { htmlEscape } from '../escape.ts';
import { decodeEntities } from './entities.ts';

export type UnitKind =
  | 'paragraph'
  | 'heading'
  | 'listItem'
  | 'quote'
  | 'caption'
  | 'photo'
  | 'alt'
  | 'line'
  | 'cell'
  | 'other';
/**
 * One stretch of a post that a reader meets as one: `text` plain (line breaks as "\n"), `markup` the same with links, bold and
 * italic in a normal form, `path` the elements it stands in ("ul>li>ol>li"), of a table's cell with its column ("table>tbody>tr>td:2"). A photo's text is its address.
 */
export type Unit = { kind: UnitKind; path: string; text: string; markup: string };
/** A unit and the element it stands in; null: in none. */
export type PlacedUnit = Unit & { inside: PageElement | null };
/** `id`: its number in the page, in the order in which elements begin. `path`: as a unit's. */
export type PageElement = { id: number; tag: string; path: string; depth: number; parent: PageElement | null };

/** A comment, a tag (its slash, name and attributes), or text. */
export const HTML_TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|[^<]+|</g;
const BLOCKS = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption div section article header footer main aside nav address ' +
    'table thead tbody tfoot tr td th caption pre dl dt dd details summary'
  ).split(' '),
);
/** Tags that show as another one does. */
export const SAME_TAG: Readonly<Record<string, string>> = { b: 'strong', i: 'em', del: 's', strike: 's' };
// What shows without words of its own.
const OBJECTS = new Set('iframe video audio embed object svg canvas form input button select script style'.split(' '));
// Blocks that the server fills in, and the marks that cut a post: comments, yet readers meet them.
const ACTIVE_COMMENT = /^<!--\s*(wp:[\s\S]*\/-->|more\b|nextpage\b)/;

/** Reads post content (block markup, or any HTML that an editor left) without a DOM. Delimiters of blocks are skipped. */
export const readUnits = (content: string): Unit[] => readPlaced(content).map(({ inside: _, ...unit }) => unit);

/** The same of a whole page, where it counts in which of its elements a unit stands. */
export function readPlaced(content: string): PlacedUnit[] {
  const units: PlacedUnit[] = [];
  let inside: PageElement | null = null;
  const open = (): string => inside?.path ?? '';
  const add = (unit: Unit): void => void units.push({ ...unit, inside });
  let elements = 0;
  let text = '';
  let markup = '';
  let column = 0;
  const flush = (isEndOfCell = false): void => {
    const words = collapsed(text);
    // Blank cells, too: without them the others would stand in other columns.
    if (words !== '' || isEndOfCell)
      add({ kind: kindOf(open()), path: open(), text: words, markup: collapsed(markup) });
    text = '';
    markup = '';
  };
  for (const [token, slash, name, attributes] of content.matchAll(HTML_TOKEN)) {
    if (token.startsWith('<!--')) {
      if (!ACTIVE_COMMENT.test(token)) continue;
      flush();
      add(plain('other', open(), token));
      continue;
    }
    const tag = name?.toLowerCase();
    if (tag === undefined) {
      const words = decodeEntities(token.replace(/[ \t\r\n\f]+/g, ' '));
      text += words;
      markup += htmlEscape.text(words);
    } else if (tag === 'br') {
      text += '\n';
      markup += '\n';
    } else if (tag === 'img') {
      flush();
      add(plain('photo', open(), attribute(attributes, 'src')));
      add(plain('alt', open(), attribute(attributes, 'alt')));
    } else if (tag === 'hr') {
      flush();
      add(plain('line', open(), '—'));
    } else if (OBJECTS.has(tag)) {
      flush();
      if (!slash) add(plain('other', open(), `<${tag}> ${attribute(attributes, 'src')}`));
    } else if (BLOCKS.has(tag)) {
      const isCell = tag === 'td' || tag === 'th';
      flush(isCell && slash === '/' && inside?.tag === `${tag}:${column}`);
      if (tag === 'tr') column = 0;
      if (slash) inside = closed(inside, tag);
      else inside = opened(inside, isCell ? `${tag}:${++column}` : tag, elements++);
    } else markup += inlineTag(tag, slash === '/', attributes);
  }
  flush();
  return units;
}

/** Deeper than any page is: what a broken one opens beyond it is not told apart. */
const DEEPEST = 200;
function opened(parent: PageElement | null, tag: string, id: number): PageElement {
  if (parent && parent.depth >= DEEPEST) return parent;
  return { id, tag, parent, path: parent ? `${parent.path}>${tag}` : tag, depth: (parent?.depth ?? 0) + 1 };
}

/** An end tag of nothing that is open ends nothing. */
function closed(inside: PageElement | null, tag: string): PageElement | null {
  for (let element = inside; element; element = element.parent)
    if (element.tag.split(':')[0] === tag) return element.parent;
  return inside;
}

const WITHOUT_WORDS: ReadonlySet<UnitKind> = new Set(['photo', 'alt', 'line']);

/** The plain-text paragraphs of a post: paragraphs, headings, list items, quotes and captions, in order. */
export const fromWordPress = (content: string): string[] =>
  readUnits(content).flatMap((unit) => (WITHOUT_WORDS.has(unit.kind) || unit.text === '' ? [] : [unit.text]));

/** White space as HTML shows it; line breaks stay, no-break spaces are characters like others. */
const collapsed = (text: string): string =>
  text
    .replace(/ *\n */g, '\n')
    .replace(/ +/g, ' ')
    .replace(/^[ \n]+|[ \n]+$/g, '');

const plain = (kind: UnitKind, path: string, text: string): Unit => {
  const words = text.replace(/[ \t\r\n\f]+/g, ' ').trim();
  return { kind, path, text: words, markup: htmlEscape.text(words) };
};

function kindOf(path: string): UnitKind {
  const open = path.split('>');
  const last = open.at(-1) || 'p';
  if (last === 'figcaption') return 'caption';
  if (/^t[dh]:/.test(last)) return 'cell';
  if (open.includes('li')) return 'listItem';
  if (open.includes('blockquote')) return 'quote';
  if (last === 'p' || last === 'div') return 'paragraph';
  return /^h\d$/.test(last) ? 'heading' : 'other';
}

/** Of an inline tag only its name counts, and where a link leads. */
function inlineTag(tag: string, closing: boolean, attributes: string | undefined): string {
  const name = SAME_TAG[tag] ?? tag;
  if (closing) return `</${name}>`;
  if (name !== 'a') return `<${name}>`;
  const href = attribute(attributes, 'href').replaceAll('[', '%5B').replaceAll(']', '%5D');
  return `<a href="${htmlEscape.attribute(href)}">`;
}

/** An attribute of a tag, its references decoded; empty where it has none. */
export function attribute(attributes: string | undefined, wanted: string): string {
  for (const [, name, double, single, bare] of (attributes ?? '').matchAll(
    /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  ))
    if (name?.toLowerCase() === wanted) return decodeEntities(double ?? single ?? bare ?? '');
  return '';
}
