// Prose out of the files that hold it: what a person reads of them, one text a paragraph.

/** Code, commands, keys: a newsroom's story has none. */
const NOT_READ = 'head|script|style|pre|code|kbd|tt|samp|screen|cmd|key|input|app|file|info|svg';
const UNREAD = new RegExp(`<(${NOT_READ})(?=[\\s>])[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`, 'gi');
const INLINE =
  /<\/?(?:a|abbr|b|bdi|cite|dfn|em|i|link|mark|q|s|small|span|strong|sub|sup|u|var|gui|guiseq)(?=[\s/>])[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The paragraphs of HTML, or of XML that is much like it (Mallard). A code within a sentence leaves a number there. */
export function paragraphsOfMarkup(markup: string): string[] {
  return markup
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(UNREAD, ' 0 ')
    .replace(INLINE, '')
    .split(/<[^>]*>/)
    .map((text) =>
      text
        .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal, hexadecimal, name) =>
          name
            ? (ENTITIES[name] ?? ' ')
            : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
        )
        .replace(/\s+/g, ' ')
        .trim(),
    );
}

/** What stands in a message for what the program fills in, or marks a key of a menu: no reader sees it. */
export const readMessage = (message: string): string =>
  message
    .replace(/[_&~](?=\p{L})/gu, '')
    .replace(/%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|ll|[hlLzjt])?[a-zA-Z]|%\d|\{\{?[^{}]*\}\}?|\$\{?\w+\}?/g, '0')
    .replace(/<[^<>]*>/g, ' ');

/** Whether a text is Vietnamese rather than one that nobody translated: a quarter of its words bear a Vietnamese sign. */
export function isVietnamese(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length > 0 && words.filter((word) => /[^a-z]/i.test(word.normalize('NFC'))).length * 4 >= words.length;
}

/** Whether a message tells how a command is written: names of its options and made-up words for what follows them, no prose. */
export const isUsage = (message: string): boolean =>
  /(?:^|[\s[(“"'|,])-{1,2}\p{L}[\p{L}-]*|^ *(?:Cách dùng|Cú pháp|Usage)\b|^\S+$|\S+ ?\[\S+\]/imu.test(message);
