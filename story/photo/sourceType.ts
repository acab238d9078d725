const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** How a picture came to be: terms of IPTC's Digital Source Type NewsCodes, those that a newsroom meets. */
export const SOURCE_TYPES = [
  'digitalCapture',
  'computationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'screenCapture',
  'humanEdits',
  'composite',
  'compositeCapture',
  'algorithmicallyEnhanced',
  'digitalCreation',
  'dataDrivenMedia',
  'compositeSynthetic',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** The term of a photo's digital source type, a URI or its last part; null: none that is known. */
export function sourceTypeOf(text: string): SourceType | null {
  const term = text.trim().split('/').at(-1) ?? '';
  return SOURCE_TYPES.find((known) => known === term) ?? null;
}

/** The term as metadata writes it. */
export const sourceTypeUri = (term: SourceType): string => VOCABULARY + term;

/** Terms of pictures that a model made or changed: readers have to be told. */
const MADE_BY_AI: ReadonlySet<SourceType> = new Set([
  'compositeSynthetic',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
  'algorithmicMedia',
]);
export function isMadeByAi(text: string): boolean {
  const term = sourceTypeOf(text);
  return term !== null && MADE_BY_AI.has(term);
}
