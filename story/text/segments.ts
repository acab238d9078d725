// A syllable, a word ("don't"), or a number whole: digits joined by . , / : with a unit or percent sign behind.
const WORD = String.raw`[\p{L}\p{M}\p{N}]+(?:(?<=\p{N})[.,\/:](?=\p{N})[\p{L}\p{M}\p{N}]+|['’][\p{L}\p{M}]+)*(?:(?<=\p{N})[%‰])?`;
// No emoji begins with a letter; to find that out letter by letter is most of the work.
const SEGMENT = new RegExp(String.raw`\n|[^\S\n]+|(?!\p{L})\p{RGI_Emoji}|${WORD}|[^\s\p{L}\p{M}\p{N}]\p{M}*`, 'gv');

/**
 * A text cut into syllables or words, spaces, line breaks and single punctuation marks; joined again they are the text.
 * Numbers stay whole ("57,54%", "3.700", "14/06/2021", "08:37"), and so do a letter with its marks in NFD, and an emoji.
 */
export const segments = (text: string): string[] => text.match(SEGMENT) ?? [];
