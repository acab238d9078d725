import type { DraftedField } from '../../preload/contract.ts';
import { cleanText } from '../media/text.ts';

/** Characters of a draft at most: a caption of three sentences, an alt text of two. */
export const MOST: Record<DraftedField, number> = { caption: 600, alt: 300 };

/**
 * The text in a server's answer (the OpenAI form of chat completions): one line, NFC, no control characters, without what
 * models put around an answer (their thinking, quotation marks, "Caption:"), cut at the end of a sentence or a word to
 * `most` characters. null: there is none.
 */
export function textOf(answer: unknown, most: number): string | null {
  const content = contentOf(answer);
  if (content === null) return null;
  const line = cleanText(withoutThinking(content).replace(/^```\w*\n|```\s*$/g, ''), 20_000);
  const bare = unquoted(unquoted(line).replace(LABEL, '').trim()).replace(/\*\*/g, '');
  // An answer without a letter says nothing of a photo.
  return /\p{L}/u.test(bare) ? shortened(bare, most) : null;
}

/** Reasoning models write their thinking first; a thinking that never ends is no answer. */
const withoutThinking = (text: string): string => text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '');

const LABEL =
  /^\**(?:caption|alt(?:ernative)?[ -]?text|description|chú thích(?: ảnh)?|mô tả(?: ảnh)?|văn bản thay thế)\**\s*[:：]\**\s*/iu;

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', "'": "'", '‘': '’' };
/** Quotation marks around the whole go; a line that only begins with a quotation keeps its own. */
function unquoted(text: string): string {
  const end = QUOTES[text[0] ?? ''];
  const inside = text.slice(1, -1);
  return end && text.length > 2 && text.endsWith(end) && !inside.includes(end) ? inside.trim() : text;
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const sentence = cut.search(/[.!?…](?!.*[.!?…]\s)\s/u);
  const word = cut.lastIndexOf(' ');
  return sentence > most / 3 ? cut.slice(0, sentence + 1) : `${(word > 0 ? cut.slice(0, word) : cut).trim()}…`;
}

function contentOf(answer: unknown): string | null {
  const content = at(at(at(at(answer, 'choices'), 0), 'message'), 'content');
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return null;
  return content
    .map((part) => at(part, 'text'))
    .filter((text) => typeof text === 'string')
    .join(' ');
}

/** A member of what may be anything. */
export const at = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
