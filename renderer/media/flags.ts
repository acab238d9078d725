import type { Figure, FigureField } from '../../story/model.ts';

const NEEDED = ['caption', 'credit', 'alt'] as const satisfies readonly FigureField[];
export type NeededField = (typeof NEEDED)[number];

/** What a photo still lacks, and whether somebody has yet to read what came from its file. */
export function photoFlags(figure: Figure): { missing: NeededField[]; unchecked: boolean } {
  const missing = NEEDED.filter((field) => figure[field].trim() === '');
  return { missing, unchecked: figure.unchecked.some((field) => figure[field].trim() !== '') };
}
