/** The names of what a text block can be, in the texts. */
export const KINDS = {
  paragraph: 'editor.paragraph',
  heading2: 'editor.heading2',
  heading3: 'editor.heading3',
  quote: 'editor.quote',
  pullquote: 'editor.pullquote',
  attribution: 'editor.attribution',
  bullet: 'editor.bullet',
  number: 'editor.number',
} as const;

/** What a text block is, as a name of the above. Former settings come from outside: what is none is a paragraph. */
export function kindOfBlock(block: Record<string, unknown>): keyof typeof KINDS {
  const { type, level, list } = block;
  const name = type === 'heading' ? `heading${level}` : type === 'listItem' ? list : type;
  return Object.hasOwn(KINDS, String(name)) ? (name as keyof typeof KINDS) : 'paragraph';
}
