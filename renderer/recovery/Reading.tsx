import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Story } from '../../story/model.ts';
import { compareStories } from '../../story/review/compare/compare.ts';
import type { Piece } from '../../story/review/compare/model.ts';
import { type InlineLine, inlinePieces } from '../../story/review/compare/views.ts';
import styles from './recovery.module.css';

/** A state of a story to be read, with what it has more and less than the present one. */
export function Reading({ story, now }: { story: Story; now: Story | null }) {
  const { t } = useTranslation();
  const lines = useMemo(() => {
    const comparison = compareStories(now ?? story, story);
    const typeAt = ({ at }: InlineLine): string => {
      if ('field' in at) return at.field;
      if ('figure' in at) return 'figure';
      if ('table' in at) return 'table';
      if ('embed' in at) return 'embed';
      const part = comparison.rows[at.row]?.parts[at.part];
      return (part?.after ?? part?.before)?.type ?? 'paragraph';
    };
    return inlinePieces(comparison)
      .filter((line) => line.pieces.length > 0)
      .map((line, key) => ({ key, type: typeAt(line), pieces: line.pieces }));
  }, [story, now]);
  if (lines.length === 0) return <p className={styles.emptyPage}>{t('recovery.emptyPage')}</p>;
  return (
    <div className={styles.page}>
      {lines.map(({ key, type, pieces }) => (
        <p key={key} className={styles.line} data-line={type}>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </div>
  );
}

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map((piece, index) => {
    const key = `${index}`;
    if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
    if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
    return <Fragment key={key}>{piece.text}</Fragment>;
  });
