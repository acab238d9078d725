// Elements whose content is text to the parser: what looks like a tag in them is none.
const RAW = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)$/i;

/**
 * HTML in which the attributes that a content policy blocks have other names: handlers (`onclick`) and `style` become
 * `data-onclick` and `data-style`. Otherwise the parser reports each of them, thousands in one paste, and a pasted
 * "not bold" is not seen. It changes only what stands in tags; safety does not rest on it. One pass over the text.
 */
export function quietHtml(html: string): string {
  const lower = html.toLowerCase();
  let quiet = '';
  let from = 0;
  let at = 0;
  while (at >= 0 && at < html.length) {
    at = html.indexOf('<', at);
    if (at < 0) break;
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 4);
      continue;
    }
    at += 1;
    if (!/[a-z]/i.test(html[at] ?? '')) continue;
    const name = until(html, at, /[\s/>]/g);
    const tag = html.slice(at, name);
    at = name;
    while (at < html.length && html[at] !== '>') {
      if (/[\s/]/.test(html[at] as string)) {
        at += 1;
        continue;
      }
      const start = at;
      at = until(html, at + 1, /[\s/>=]/g);
      if (/^(on|style$)/i.test(html.slice(start, at))) {
        quiet += `${html.slice(from, start)}data-`;
        from = start;
      }
      at = afterValue(html, at);
    }
    if (RAW.test(tag)) at = after(lower, `</${tag.toLowerCase()}`, at);
  }
  return quiet + html.slice(from);
}

/** Where the first of `marks` stands from `at` on, or the end. */
function until(html: string, at: number, marks: RegExp): number {
  marks.lastIndex = at;
  return marks.exec(html)?.index ?? html.length;
}

/** The place behind an attribute's value, if it has one. */
function afterValue(html: string, at: number): number {
  const equals = until(html, at, /\S/g);
  if (html[equals] !== '=') return at;
  const value = until(html, equals + 1, /\S/g);
  const quote = html[value];
  return quote === '"' || quote === "'" ? after(html, quote, value + 1) : until(html, value, /[\s>]/g);
}

/** The place behind the next `text`, or the end. */
function after(html: string, text: string, at: number): number {
  const found = html.indexOf(text, at);
  return found < 0 ? html.length : found + text.length;
}
