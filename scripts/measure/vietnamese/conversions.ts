import { readFileSync } from 'node:fs';
import { LEGACY_WAYS, type LegacyFont } from '../../../story/schema/text/font.ts';
import { legacyWordsOf } from '../../../story/text/legacy/rewrite.ts';
import { replaceAll } from '../../../story/text/replace.ts';

/**
 * A text as a Windows-1252 screen shows it, and what its writer meant. `encoding`: what it was written in (TCVN3 and 1258
 * by iconv, the others by hand), `fonts` where its fonts say so, null where it is none and has to stay.
 */
type Sample = {
  encoding: string | null;
  capitals?: true;
  fonts?: { font: LegacyFont; start: number; end: number }[];
  written: string;
  meant: string;
};

const SAMPLES: readonly Sample[] = JSON.parse(
  readFileSync(new URL('../../../tests/fixtures/legacy/conversions.json', import.meta.url), 'utf8'),
);

/** Converts every sample as the program does, without being told the encoding (capitals, which no letter shows, apart). */
export function conversions(): { samples: number; wrong: number; wrongOnes: string[] } {
  const wrongOnes = SAMPLES.filter((sample) => converted(sample) !== sample.meant).map(({ written }) => written);
  return { samples: SAMPLES.length, wrong: wrongOnes.length, wrongOnes };
}

function converted({ written, capitals, fonts = [] }: Sample): string {
  const runs = fonts.map(({ font, start, end }) => ({ start, end, way: LEGACY_WAYS[font] }));
  const [words = []] = legacyWordsOf([{ text: written, fonts: runs }], capitals ? LEGACY_WAYS.tcvn3Capitals : null);
  return replaceAll(written, words, ({ text }) => text);
}
