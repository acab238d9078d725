import type { Figure, FigureField } from '../../story/model.ts';

const NEEDED = ['caption', 'credit', 'alt'] as const satisfies readonly FigureField[];
export type NeededField = (typeof NEEDED)[number];

type Flags = {
  missing: NeededField[];
  /** Whether somebody has yet to read what came from its file. */
  unchecked: boolean;
  /** Whether a model wrote any of its texts, and whether somebody has yet to accept one. */
  drafted: 'accepted' | 'unread' | null;
};

/** What a photo still lacks, and where its texts come from. */
export function photoFlags(figure: Figure): Flags {
  const missing = NEEDED.filter((field) => figure[field].trim() === '');
  const drafted = (figure.drafted ?? []).filter((field) => figure[field].trim() !== '');
  const unchecked = figure.unchecked.filter((field) => figure[field].trim() !== '');
  const isUnread = drafted.some((field) => unchecked.includes(field));
  return {
    missing,
    unchecked: unchecked.some((field) => !drafted.includes(field)),
    drafted: drafted.length === 0 ? null : isUnread ? 'unread' : 'accepted',
  };
}
