const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const entity = (character: string): string => ENTITIES[character] ?? character;

/** How a format writes plain text into its markup: between tags, and between the double quotes of an attribute. */
export type Escape = { text(text: string): string; attribute(text: string): string };

/** HTML 5 (and XML) escaping. The text is expected clean of control characters (`publishedText`). */
export const htmlEscape: Escape = {
  text: (text) => text.replace(/[&<>]/g, entity),
  attribute: (text) => text.replace(/[&<>"']/g, entity),
};

/** Plain text with its line breaks as `<br>`. */
export const linesToHtml = (text: string, escaping: Escape): string => text.split('\n').map(escaping.text).join('<br>');
