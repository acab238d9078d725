import { $createTextNode, $isElementNode, $isTextNode, $setState, type LexicalNode, type TextNode } from 'lexical';
import { fontState, LEGACY_FONTS, type LegacyFont } from '../../schema/text/font.ts';
import { $getMarks, $setMarks } from '../../schema/text/marks.ts';
import { encodingOfFont } from '../../text/legacy/convert.ts';
import { recogniseLegacy } from '../../text/legacy/recognise.ts';
import { elements } from './dom.ts';

// Private-use characters that stand in a document while it is cleaned: where a font begins (one for each), where it ends,
// and for two characters that are letters in old encodings and nothing to show in Unicode.
const BEGIN = '\ue0b1\ue0b2\ue0b3';
const END = '\ue0b0';
const HELD: readonly (readonly [string, string])[] = [
  ['\u00ad', '\ue0b5'],
  ['\u00a0', '\ue0b6'],
];
const ALL = /[\ue0b0-\ue0b6]/g;
const hasMarks = (text: string): boolean => text.search(ALL) >= 0;

const hold = (text: string): string => HELD.reduce((now, [letter, mark]) => now.replaceAll(letter, mark), text);
const holdOne = (line: string): string =>
  HELD.some(([letter]) => line.includes(letter)) && recogniseLegacy(line) !== null ? hold(line) : line;
const release = (text: string): string => HELD.reduce((now, [letter, mark]) => now.replaceAll(mark, letter), text);

/**
 * Text in an old encoding whose letters include the soft hyphen (TCVN3's ư) and the no-break space: cleaning would take
 * them for what they are in Unicode. `work` gets the text with both held; its texts are released by `free`.
 */
export function holdLetters<T>(text: string, work: (held: string, free: (text: string) => string) => T): T {
  if (!HELD.some(([letter]) => text.includes(letter))) return work(text, (same) => same);
  const held = recogniseLegacy(text) !== null ? hold(text) : text.replace(/[^\r\n\u2028\u2029]+/g, holdOne);
  return held === text ? work(text, (same) => same) : work(held, release);
}

/**
 * Marks in a document's texts which words stand in a font from before Unicode, by style, by `<font>` and by the style sheet
 * that Word sends along: to be called before the cleaning, which drops all three. Cells keep no marks.
 */
export function markFonts(document: Document): void {
  const declared = declaredFonts(document);
  const isLegacy = [...declared.values()].some((font) => font !== null);
  const byLetters = !isLegacy && recogniseLegacy(document.body.textContent ?? '') !== null;
  if (!isLegacy && !byLetters) return;
  for (const text of textsOf(document)) {
    const words = (text.nodeValue ?? '').replace(ALL, '');
    const font = byLetters ? null : fontOf(text, declared);
    if (byLetters) text.nodeValue = hold(words);
    else if (font === null || words.trim() === '') continue;
    else if (text.parentElement?.closest('td, th')) text.nodeValue = hold(words);
    else
      text.nodeValue = words.replace(
        /\S(?:[\s\S]*\S)?/,
        (core) => BEGIN[LEGACY_FONTS.indexOf(font)] + hold(core) + END,
      );
  }
}

/** Takes the marks out of what the cleaning left: all of them (a view), or those that no text node can hold (cells). */
export function unmarkFonts(document: Document, selector = 'body'): void {
  for (const element of elements(document, selector))
    for (const text of textsOf(document, element))
      if (hasMarks(text.nodeValue ?? '')) text.nodeValue = release(text.nodeValue ?? '').replace(ALL, '');
}

/** Each element that names a font, and which of the old ones it is (null: another). */
function declaredFonts(document: Document): Map<Element, LegacyFont | null> {
  const declared = new Map<Element, LegacyFont | null>();
  const sheet = elements(document, 'style')
    .map((style) => style.textContent ?? '')
    .join('\n');
  for (const [, selectors = '', rules = ''] of sheet.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
    const name = familyOf(rules);
    if (name === null) continue;
    for (const selector of selectors.replace(/<!--|\/\*[\s\S]*?\*\//g, '').split(','))
      if (/^\s*[a-z][a-z0-9]*(\.[\w-]+)?\s*$|^\s*\.[\w-]+\s*$/i.test(selector))
        for (const element of elements(document, selector.trim())) declared.set(element, legacyFont(name));
  }
  for (const font of elements(document, 'font[face]')) declared.set(font, legacyFont(font.getAttribute('face') ?? ''));
  for (const element of elements(document, '[data-style], [style]')) {
    const name = familyOf(element.getAttribute('data-style') ?? element.getAttribute('style') ?? '');
    if (name !== null) declared.set(element, legacyFont(name));
  }
  return declared;
}

const familyOf = (rules: string): string | null => /(?:^|[;{\s])font-family\s*:\s*([^;]+)/i.exec(rules)?.[1] ?? null;

function legacyFont(families: string): LegacyFont | null {
  const encoding = encodingOfFont(families.split(',')[0] ?? '');
  if (!encoding) return null;
  if (encoding.encoding === 'vni') return 'vni';
  return encoding.capitals ? 'tcvn3Capitals' : 'tcvn3';
}

function fontOf(text: Node, declared: ReadonlyMap<Element, LegacyFont | null>): LegacyFont | null {
  for (let at = text.parentElement; at !== null; at = at.parentElement) {
    const font = declared.get(at);
    if (font !== undefined) return font;
  }
  return null;
}

function textsOf(document: Document, within: Element = document.body): Node[] {
  const walker = document.createTreeWalker(within, 4);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!node.parentElement?.closest('style, script')) texts.push(node);
  return texts;
}

/** Turns the marks in new nodes, which are not in the story yet, into the font of their texts. Within an update. */
export const $takeFonts = (nodes: readonly LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node): LexicalNode[] => {
    if ($isElementNode(node)) {
      for (const child of node.getChildren()) {
        const [only, ...others] = $takeFonts([child]);
        if (only?.is(child) && others.length === 0) continue;
        for (const part of [only, ...others]) if (part) child.insertBefore(part);
        child.remove();
      }
      return [node];
    }
    return $isTextNode(node) && hasMarks(node.getTextContent()) ? $partsOf(node) : [node];
  });

/** A text node's parts, each in its font. */
function $partsOf(node: TextNode): TextNode[] {
  const marks = $getMarks(node);
  let font: LegacyFont | null = null;
  const parts: { text: string; font: LegacyFont | null }[] = [];
  for (const piece of node.getTextContent().split(/([\ue0b0-\ue0b3])/)) {
    const begun = BEGIN.indexOf(piece);
    if (piece === END) font = null;
    else if (piece.length === 1 && begun >= 0) font = LEGACY_FONTS[begun] ?? null;
    else if (piece !== '') {
      const last = parts.at(-1);
      if (last?.font === font) last.text += release(piece);
      else parts.push({ text: release(piece), font });
    }
  }
  return parts.map((part) => {
    const made = $setMarks($createTextNode(part.text), marks);
    return part.font === null ? made : $setState(made, fontState, part.font);
  });
}
