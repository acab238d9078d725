import { elements, wordsOf } from './dom.ts';
import type { PlainBlock } from './plain.ts';
import { note, type PasteReport } from './report.ts';

/** More blocks than this in one paste become words of the last paragraphs: a story holds 20,000 in all. */
const MOST_BLOCKS = 5000;
/** Characters of such a paragraph: a stretch of text holds 200,000. */
const MOST_WORDS = 100_000;
const BLOCKS = 'p,li,h1,h2,h3,h4,h5,h6,blockquote,footer,pre,table,hr';

/** A text in pieces that a paragraph can hold, parted at spaces where there are any. */
function pieces(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const space = text.lastIndexOf(' ', at + MOST_WORDS);
    const end = text.length - at <= MOST_WORDS ? text.length : space > at ? space + 1 : at + MOST_WORDS;
    parts.push(text.slice(at, end).trim().toWellFormed());
    at = end;
  }
  return parts;
}

const paragraphsOf = (document: Document, text: string): Element[] =>
  pieces(text).map((piece) => {
    const paragraph = document.createElement('p');
    paragraph.append(piece);
    return paragraph;
  });

/** Makes a cleaned document no more than a paste may bring; no word of it is lost. */
export function boundDocument(document: Document, report: PasteReport): void {
  const { body } = document;
  if ((body.textContent ?? '').length > MOST_WORDS && body.querySelector(BLOCKS) === null) {
    note(report, 'overflow');
    body.replaceChildren(...paragraphsOf(document, wordsOf(body)));
  }
  const blocks = elements(body, BLOCKS).filter((block) => block.tagName === 'HR' || /\S/.test(block.textContent ?? ''));
  for (const long of blocks.slice(0, MOST_BLOCKS)) {
    if (
      (long.textContent ?? '').length <= MOST_WORDS ||
      long.querySelector(BLOCKS) !== null ||
      long.tagName === 'TABLE'
    )
      continue;
    note(report, 'overflow');
    long.replaceWith(...paragraphsOf(document, wordsOf(long)));
  }
  if (blocks.length <= MOST_BLOCKS) return;
  note(report, 'overflow');
  // From the end, so that what stands in a block is taken before it.
  const words = blocks
    .slice(MOST_BLOCKS - 1)
    .reverse()
    .map((block) => {
      const text = wordsOf(block);
      block.remove();
      return text;
    });
  body.append(...paragraphsOf(document, words.reverse().join(' ')));
}

/** The same for the blocks of a plain text. */
export function boundPlain(blocks: readonly PlainBlock[], report: PasteReport): PlainBlock[] {
  const most = blocks.length > MOST_BLOCKS ? MOST_BLOCKS - 1 : MOST_BLOCKS;
  const rest = blocks.slice(most).map((block) => block.text);
  const bounded = [
    ...blocks
      .slice(0, most)
      .flatMap((block) =>
        block.text.length > MOST_WORDS ? pieces(block.text).map((text) => ({ ...block, text })) : [block],
      ),
    ...pieces(rest.join(' ')).map((text) => ({ type: 'paragraph' as const, text })),
  ];
  if (bounded.length !== blocks.length) note(report, 'overflow');
  return bounded;
}
