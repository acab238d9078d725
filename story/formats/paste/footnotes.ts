import { elements, isBlock, styleOf, wordsOf } from './dom.ts';
import { note, type PasteReport } from './report.ts';

// A mark in the text is a link to its note, and the note has a link back. How each program names the two:
// Word #_ftn1 / #_ftnref1 (endnotes: edn), Google Docs #ftnt1 / #ftnt_ref1, LibreOffice #sdfootnote1sym / …anc,
// pandoc and Markdown #fn1 / #fnref1, Wikipedia #cite_note-1 / #cite_ref-1.
const TO_NOTE = /^#(_(ftn|edn)\d+|ftnt\d+|sd(foot|end)note\d+sym|fn[:-]?\w+|cite_note-.+)$/;
const TO_MARK = /^#(_(ftn|edn)ref\d+|ftnt_ref\d+|sd(foot|end)note\d+anc|fnref[:-]?\w+|cite_ref-.+)$/;

/** More marks than this stay as they are: no text has them, a hostile page may. */
const MOST_MARKS = 1000;

/** What a mark or a link back says: a number, a letter, a star, an arrow. A link that says more is words. */
const LABEL = /^[\s[(]*(\d{1,4}|[a-z]{1,5}|(?:[*†‡§¶#^↩↑]\ufe0e?){0,4})[\s\]).]*$/i;

const targetOf = (link: Element): string => link.getAttribute('href') ?? '';

/**
 * Footnotes and endnotes: `[1]` where the mark was, and the notes, numbered in the order of their marks, as paragraphs
 * behind everything else. A note whose mark is not in the paste stays where it is; of a mark without its note, `[1]` does.
 */
export function placeFootnotes(document: Document, report: PasteReport): void {
  const links = elements(document, 'a[href^="#"]').filter((link) => LABEL.test(wordsOf(link)));
  const backs = new Set(links.filter((link) => TO_MARK.test(targetOf(link))));
  const marks = links.filter((link) => TO_NOTE.test(targetOf(link)) && !backs.has(link)).slice(0, MOST_MARKS);
  if (marks.length === 0) return;
  const named = namedElements(document);
  const numbers = new Map<string, number>();
  const notes: Element[] = [];
  for (const mark of marks) {
    const target = targetOf(mark);
    const known = numbers.get(target);
    const number = known ?? numbers.size + 1;
    numbers.set(target, number);
    outermost(mark).replaceWith(`[${number}]`);
    if (known !== undefined) continue;
    const found = noteOf(named.get(target.slice(1)) ?? null);
    if (found === null) {
      note(report, 'noNote');
      continue;
    }
    note(report, 'footnote');
    for (const back of elements(found, 'a').filter((link) => backs.has(link))) outermost(back).remove();
    notes.push(...paragraphsOf(document, found, `[${number}] `));
    removeWithList(found);
  }
  document.body.append(...notes);
}

/** The element that holds a mark and nothing else: the `<sup>` around it. */
function outermost(link: Element): Element {
  let element = link;
  const words = wordsOf(link);
  while (
    element.parentElement &&
    !isBlock(element.parentElement) &&
    element.parentElement.tagName !== 'BODY' &&
    wordsOf(element.parentElement) === words
  )
    element = element.parentElement;
  return element;
}

/** By id or name; of two, the link back: it stands in the note. */
function namedElements(document: Document): Map<string, Element> {
  const named = new Map<string, Element>();
  for (const element of elements(document, '[id], [name]'))
    for (const name of [element.getAttribute('id'), element.getAttribute('name')])
      if (name && (!named.has(name) || TO_MARK.test(targetOf(element)))) named.set(name, element);
  return named;
}

function noteOf(at: Element | null): Element | null {
  const whole = at?.closest('li') ?? (at && containerOf(at));
  return !whole || whole.tagName === 'BODY' ? null : whole;
}

/** Word, Docs and LibreOffice put each note into a `<div>`; else it is a paragraph. */
function containerOf(at: Element): Element | null {
  const box = at.closest('div');
  const isNote =
    box !== null &&
    (styleOf(box).get('mso-element')?.endsWith('note') ||
      /^(ftn|edn|sdfootnote|sdendnote)\d+$/.test(box.id) ||
      (elements(box, 'a').filter((link) => TO_MARK.test(targetOf(link))).length === 1 &&
        box.firstElementChild?.contains(at)));
  return isNote ? box : at.closest('p, dd, td');
}

function paragraphsOf(document: Document, found: Element, label: string): Element[] {
  const blocks = [...found.children].filter(isBlock);
  if (blocks.length === 0 || blocks.length < found.childElementCount) {
    const whole = document.createElement('p');
    whole.append(...found.childNodes);
    blocks.splice(0, blocks.length, whole);
  }
  const first = blocks[0] as Element;
  trimStart(first);
  first.prepend(label);
  return blocks;
}

function trimStart(element: Element): void {
  for (let node = element.firstChild; node !== null; node = node.firstChild) {
    if (node.nodeType !== 3) continue;
    node.nodeValue = (node.nodeValue ?? '').replace(/^[\s\u00a0]+/, '');
    return;
  }
}

/** The note goes, and with the last one its list and the line above it. */
function removeWithList(found: Element): void {
  const list = found.parentElement;
  const before = found.previousElementSibling;
  if (before?.tagName === 'HR') before.remove();
  found.remove();
  if (list && list.tagName !== 'BODY' && wordsOf(list) === '') list.remove();
}
