import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FORMAT_TAGS } from '../../story/formats/inline.ts';
import { FORMATS } from '../../story/model.ts';
import type { Marks, Piece } from '../../story/review/compare/model.ts';
import ui from '../ui/ui.module.css';
import styles from './compare.module.css';
import { placed } from './placed.ts';

/** Compared text: what came in underlined, what went struck through, both said aloud; never by colour alone. */
export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  placed(pieces).map(({ at, stretch }) => <OnePiece key={at} piece={stretch} />);

function OnePiece({ piece }: { piece: Piece }) {
  const { t } = useTranslation();
  const text = <Marked marks={piece.marks}>{piece.text}</Marked>;
  if (piece.kind === 'same') return <span>{text}</span>;
  if (piece.kind === 'format')
    return (
      <span className={styles.format}>
        <Aloud before={t('history.format')}>{text}</Aloud>
      </span>
    );
  const isAdded = piece.kind === 'added';
  const Tag = isAdded ? 'ins' : 'del';
  return (
    <Tag className={isAdded ? styles.added : styles.removed}>
      <Aloud before={t(isAdded ? 'history.ins' : 'history.del')}>{text}</Aloud>
    </Tag>
  );
}

/** Words for who cannot see the underline, around a text. */
export function Aloud({ before, children }: { before: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={ui.hidden}>{` ${before} `}</span>
      {children}
      <span className={ui.hidden}>{` ${t('history.end')} `}</span>
    </>
  );
}

/** Text in its formats, or as a link that leads nowhere here. */
export function Marked({ marks, children }: { marks: Marks | undefined; children: ReactNode }) {
  let text = children;
  if (marks?.link !== undefined)
    text = (
      <span className={styles.link} title={marks.link}>
        {text}
      </span>
    );
  for (const format of FORMATS) {
    const Tag = FORMAT_TAGS[format];
    if (marks?.[format]) text = <Tag>{text}</Tag>;
  }
  return text;
}
