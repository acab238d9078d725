import { mergeTokens } from './mergeTokens.ts';
import { textOf, tokenize } from './tokens.ts';

/** A plain text merged three ways by syllable. In a conflict `text` is ours', and `theirs` is what it would be with theirs. */
export type MergedField = { text: string; theirs: string | null };

/** `whole`: the text is one value, of which no part means anything by itself. */
export function mergeField(base: string, ours: string, theirs: string, whole = false): MergedField {
  if (theirs === base || ours === theirs) return { text: ours, theirs: null };
  if (ours === base) return { text: theirs, theirs: null };
  if (whole) return { text: ours, theirs };
  const tokens = [base, ours, theirs].map((text) => tokenize([{ text }])) as [
    ReturnType<typeof tokenize>,
    ReturnType<typeof tokenize>,
    ReturnType<typeof tokenize>,
  ];
  let conflict = false;
  const text = textOf(
    mergeTokens(...tokens, (ourPart) => {
      conflict = true;
      return [...ourPart];
    }),
  );
  if (!conflict) return { text, theirs: null };
  return { text, theirs: textOf(mergeTokens(...tokens, (_, theirPart) => [...theirPart])) };
}
