import { createState } from 'lexical';
import type { LegacyWay } from '../../text/legacy/rewrite.ts';

/** The fonts from before Unicode that a text can have come in. */
export const LEGACY_FONTS = ['tcvn3', 'tcvn3Capitals', 'vni'] as const;
export type LegacyFont = (typeof LEGACY_FONTS)[number];

export const LEGACY_WAYS: Readonly<Record<LegacyFont, LegacyWay>> = {
  tcvn3: { encoding: 'tcvn3', capitals: false },
  tcvn3Capitals: { encoding: 'tcvn3', capitals: true },
  vni: { encoding: 'vni', capitals: false },
};

/** The font a pasted text came in, where that says how it is written. Known while the story is open; never stored. */
export const fontState = createState('font', {
  parse: (value): LegacyFont | null => LEGACY_FONTS.find((font) => font === value) ?? null,
});
