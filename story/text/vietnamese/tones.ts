/** The six tones by their names; "ngang" is written without a mark. */
export const TONES = ['ngang', 'huyen', 'sac', 'nga', 'hoi', 'nang'] as const;
export type Tone = (typeof TONES)[number];

/** The combining mark of each tone (Unicode, canonical decomposition). */
const MARKS: Readonly<Record<Tone, string>> = {
  ngang: '',
  huyen: '\u0300',
  sac: '\u0301',
  nga: '\u0303',
  hoi: '\u0309',
  nang: '\u0323',
};
const TONE_OF: ReadonlyMap<string, Tone> = new Map(TONES.slice(1).map((tone) => [MARKS[tone], tone]));

/** A letter with its tone mark, composed (NFC). */
export const withTone = (letter: string, tone: Tone): string => (letter + MARKS[tone]).normalize('NFC');

/** Text whose tone marks are taken off, one entry a letter: "hòa" -> h, o (huyen), a. */
export type Letters = { letter: string; tone: Tone }[];

/** Every letter with its vowel sign (ă, ê, ơ…) and its tone apart. Any normalisation form; what is no letter stays. */
export function lettersOf(text: string): Letters {
  const letters: Letters = [];
  for (const whole of text.normalize('NFC')) {
    let tone: Tone = 'ngang';
    let base = '';
    for (const part of whole.normalize('NFD')) {
      const found = TONE_OF.get(part);
      if (found) tone = found;
      else base += part;
    }
    letters.push({ letter: base.normalize('NFC'), tone });
  }
  return letters;
}
