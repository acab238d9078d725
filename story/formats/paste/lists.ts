import { elements, nextElement, styleOf, wordsOf } from './dom.ts';

type Item = { element: Element; level: number; name: 'ul' | 'ol' };

/** The level (from 1) of a paragraph that Word or Outlook shows as a list item; null: it is none. */
function levelOf(element: Element): number | null {
  const level = /^l\d+\s+level(\d+)/.exec(styleOf(element).get('mso-list') ?? '')?.[1];
  return level ? Math.min(9, Math.max(1, Number(level))) : null;
}

/** "1." "a)" "iv." "(2)" "1.2" count; "·", "o", "§", "-" do not. */
const COUNTS = /^\(?(\d+|[a-zđ]{1,2}|[ivxlcdm]{1,7})([.)\]:]|(\.\d+)+\.?)$|^\(?\d+\)?$/i;

/** Takes the mark that Word writes before an item's words, and says which kind of list it is of. */
function takeMark(element: Element): 'ul' | 'ol' {
  const marks = elements(element, '[data-style], [style]').filter(
    (child) => styleOf(child).get('mso-list') === 'ignore',
  );
  const mark = wordsOf(marks[0] ?? element.ownerDocument.createElement('span'))
    .replace(/\u00a0/g, ' ')
    .trim();
  for (const each of marks) each.remove();
  return COUNTS.test(mark) ? 'ol' : 'ul';
}

/** Word's lists are paragraphs that look like items (`mso-list:l0 level2 lfo1`): makes real lists of them. */
export function wordLists(document: Document): void {
  const done = new Set<Element>();
  for (const first of elements(document, 'p, h1, h2, h3, h4, h5, h6, div')) {
    if (done.has(first) || levelOf(first) === null) continue;
    const items: Item[] = [];
    for (let next: Element | null = first; next !== null; next = nextElement(next)) {
      const level = levelOf(next);
      if (level === null || /^H/.test(next.tagName)) break;
      done.add(next);
      items.push({ element: next, level, name: takeMark(next) });
    }
    if (items.length > 0) makeList(document, items);
    else takeMark(first); // a numbered heading stays a heading
  }
}

function makeList(document: Document, items: readonly Item[]): void {
  const open: Element[] = [];
  const place = document.createComment('');
  items[0]?.element.before(place);
  for (const { element, level, name } of items) {
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1)?.localName !== name) open.pop();
    while (open.length < level) {
      const list = document.createElement(name);
      const around = open.at(-1);
      if (around) (around.lastElementChild ?? around.appendChild(document.createElement('li'))).append(list);
      else place.before(list);
      open.push(list);
    }
    const item = document.createElement('li');
    item.append(...element.childNodes);
    element.remove();
    open.at(-1)?.append(item);
  }
  place.remove();
}
