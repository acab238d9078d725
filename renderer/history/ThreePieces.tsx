import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAK, type Owner, type ThreePiece } from '../../story/review/compare/threeModel.ts';
import ui from '../ui/ui.module.css';
import { Aloud, Marked, Pieces } from './Pieces.tsx';
import { placed } from './placed.ts';
import styles from './three.module.css';

/** What the sides are called: whole, and in a letter or two behind what they changed. */
export type Sides = Record<'ours' | 'theirs', { name: string; mark: string }>;

/** The sides of a change by their names, or by their marks. */
export const sideText = (sides: Sides, by: Owner | 'each' | 'different', what: 'name' | 'mark'): string =>
  by === 'ours' || by === 'theirs' ? sides[by][what] : `${sides.ours[what]} + ${sides.theirs[what]}`;

/** Three texts in one: what came in underlined, what went struck through, by whom behind it; all of it said aloud. */
export const ThreePieces = ({ pieces, sides }: { pieces: readonly ThreePiece[]; sides: Sides }) =>
  placed(pieces.map((piece) => ({ piece, text: piece.kind === 'clash' ? BREAK : piece.text }))).map(
    ({ at, stretch }) => <OnePiece key={at} piece={stretch.piece} sides={sides} />,
  );

function OnePiece({ piece, sides }: { piece: ThreePiece; sides: Sides }) {
  const { t } = useTranslation();
  if (piece.kind === 'clash') return <Clash piece={piece} sides={sides} />;
  const text = (
    <Marked marks={piece.marks}>
      <Broken text={piece.text} />
    </Marked>
  );
  if (piece.kind === 'same') return <span>{text}</span>;
  const name = sideText(sides, piece.by, 'name');
  const mark = <Mark text={sideText(sides, piece.by, 'mark')} />;
  if (piece.kind === 'format')
    return (
      <span className={styles.format}>
        <Aloud before={t('compare.formatBy', { name })}>{text}</Aloud>
        {mark}
      </span>
    );
  const isAdded = piece.kind === 'added';
  const Tag = isAdded ? 'ins' : 'del';
  return (
    <>
      <Tag className={styles.change} data-by={piece.by}>
        <Aloud before={t(isAdded ? 'compare.addedBy' : 'compare.removedBy', { name })}>{text}</Aloud>
      </Tag>
      {mark}
    </>
  );
}

/** Both changed the same words: each side's version in full, in one frame. */
function Clash({ piece, sides }: { piece: Extract<ThreePiece, { kind: 'clash' }>; sides: Sides }) {
  const { t } = useTranslation();
  return (
    <span className={styles.clash}>
      <Aloud before={t('compare.clash')}>
        {(['ours', 'theirs'] as const).map((side) => (
          <span key={side} className={styles.version} data-by={side}>
            <Mark text={sides[side].mark} />
            <span className={ui.hidden}>{` ${t('compare.of', { name: sides[side].name })} `}</span>
            {piece[side].length > 0 ? (
              <Pieces pieces={piece[side].map((one) => ({ ...one, text: one.text.replaceAll(BREAK, '¶ ') }))} />
            ) : (
              t('compare.nothing')
            )}
          </span>
        ))}
      </Aloud>
    </span>
  );
}

const Mark = ({ text }: { text: string }) => (
  <span className={styles.mark} aria-hidden="true">
    {text}
  </span>
);

/** The end of a paragraph is shown as a sign and begins a line. */
function Broken({ text }: { text: string }) {
  const { t } = useTranslation();
  const [first, ...rest] = text.split(BREAK);
  let at = 0;
  return (
    <>
      {first}
      {rest.map((part) => {
        at += part.length + 1;
        return (
          <Fragment key={at}>
            <span aria-hidden="true">¶</span>
            <span className={ui.hidden}>{` ${t('compare.paragraph')} `}</span>
            <br />
            {part}
          </Fragment>
        );
      })}
    </>
  );
}
