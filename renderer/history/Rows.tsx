import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FIGURE_FIELDS } from '../../story/model.ts';
import type { ComparedBlock, EmbedComparison, Piece, Row } from '../../story/review/compare/model.ts';
import { piecesOf, piecesText } from '../../story/review/compare/pieces.ts';
import { cellsOf } from '../../story/review/compare/views.ts';
import { recipeWords } from '../media/recipeWords.ts';
import { typePieces } from '../types/names.ts';
import styles from './compare.module.css';
import { type Entry, signOf } from './entries.ts';
import { Photo } from './Photo.tsx';
import { Pieces } from './Pieces.tsx';
import { TableText } from './TableText.tsx';

export type Layout = 'side' | 'inline';
type Side = 'before' | 'after';

type Props = {
  entry: Entry;
  layout: Layout;
  /** Of a change: how the screen reader calls it. */
  name: string;
  /** Takes the older text back; none where there is nothing to take. */
  onTake?: (() => void) | undefined;
};

const SIGNS: Record<ReturnType<typeof signOf>, string> = {
  same: '',
  changed: '≠',
  retyped: '¶',
  split: '⑂',
  joined: '⑃',
  movedFrom: '↷',
  movedTo: '↳',
  added: '+',
  removed: '−',
  copied: '+',
};

/** One line of a comparison: what kind of change it is, the text, and the way back. */
export function EntryRow({ entry, layout, name, onTake }: Props) {
  const { t } = useTranslation();
  const sign = signOf(entry);
  const text =
    layout === 'inline' ? (
      <div className={styles.cell}>
        <Inline entry={entry} />
      </div>
    ) : (
      (['before', 'after'] as const).map((side) => (
        <div key={side} className={styles.cell} data-side={side}>
          <OneSide entry={entry} side={side} />
        </div>
      ))
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div
      className={styles.entry}
      role="group"
      aria-label={entry.isChanged ? name : t('history.kind.same')}
      data-sign={sign}
      {...(entry.isChanged && { 'data-change': '', tabIndex: -1 })}
    >
      <div className={styles.gutter} aria-hidden="true">
        {entry.isChanged ? (
          <>
            <span className={styles.sign}>{SIGNS[sign]}</span> {t(`history.kind.${sign}`)}
          </>
        ) : null}
      </div>
      {text}
      {onTake ? (
        <button type="button" className={styles.take} title={t('history.takeBackWhat')} onClick={onTake}>
          <Undo2 size={14} aria-hidden="true" /> {t('history.takeBack')}
        </button>
      ) : null}
    </div>
  );
}

/** Both versions of a text in one. */
function Inline({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  if (entry.kind === 'field') return <Field entry={entry} pieces={entry.field.pieces} />;
  const { row } = entry;
  if (row.moved?.end === 'from') {
    const text = row.parts.map((part) => piecesText(part.pieces, 'before')).join(' ');
    return <p className={styles.away}>{t('history.movedAway', { text: shortened(text) })}</p>;
  }
  if (!row.figure)
    return row.parts.map((part) => {
      const block = part.after ?? part.before;
      return <Text key={block?.id} block={block} pieces={part.pieces} row={row} side={null} />;
    });
  const isOneSided = !row.figure.isPhotoChanged && !row.figure.isRecipeChanged && row.parts[0]?.after;
  return (
    <>
      {isOneSided ? null : <FigurePhoto row={row} side="before" />}
      <FigurePhoto row={row} side="after" />
      <FigureTexts row={row} side={null} />
    </>
  );
}

function OneSide({ entry, side }: { entry: Entry; side: Side }) {
  if (entry.kind === 'field') return <Field entry={entry} pieces={piecesOf(entry.field.pieces, side)} />;
  const { row } = entry;
  return cellsOf(row, side).map(({ block, pieces }) =>
    block.type === 'figure' ? (
      <div key={block.id}>
        <FigurePhoto row={row} side={side} />
        <FigureTexts row={row} side={side} />
      </div>
    ) : (
      <Text key={block.id} block={block} pieces={pieces} row={row} side={side} />
    ),
  );
}

function Field({ entry, pieces }: { entry: Extract<Entry, { kind: 'field' }>; pieces: readonly Piece[] }) {
  const { t } = useTranslation();
  const { name } = entry.field;
  const shown = name === 'type' ? typePieces(pieces) : pieces;
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t(`editor.field.${name}`)}</span>
      <p className={name === 'headline' ? styles.headline : undefined}>
        {shown.length > 0 ? <Pieces pieces={shown} /> : <span className={styles.nothing}>{t('history.empty')}</span>}
      </p>
    </div>
  );
}

function FigurePhoto({ row, side }: { row: Row; side: Side }) {
  const { t } = useTranslation();
  const block = row.parts[0]?.[side];
  if (block?.type !== 'figure') return null;
  const isOther =
    (row.figure?.isPhotoChanged || row.figure?.isRecipeChanged) && row.kind !== 'added' && row.kind !== 'removed';
  return (
    <div className={styles.figure}>
      {isOther ? (
        <span className={styles.label}>{t(side === 'before' ? 'history.oldPhoto' : 'history.newPhoto')}</span>
      ) : null}
      <Photo figure={block} className={styles.photo} />
    </div>
  );
}

/** What was done to the photo, in words, where it is another thing now. */
function recipePieces({ figure, parts }: Row): Piece[] {
  if (!figure?.isRecipeChanged) return [];
  const [before, after] = [parts[0]?.before, parts[0]?.after];
  if (before?.type !== 'figure' || after?.type !== 'figure') return [];
  return [
    { kind: 'removed', text: recipeWords(before.recipe) },
    { kind: 'added', text: recipeWords(after.recipe) },
  ];
}

/** A figure's texts, of one side or of both in one. */
function FigureTexts({ row, side }: { row: Row; side: Side | null }) {
  const { t } = useTranslation();
  const recipe = recipePieces(row);
  const texts = FIGURE_FIELDS.flatMap((name) => {
    const pieces = row.figure?.texts[name] ?? [];
    const shown = side ? piecesOf(pieces, side) : pieces;
    return shown.length > 0 ? [{ name, pieces: shown }] : [];
  });
  const field = (name: string, label: string, pieces: readonly Piece[]) => (
    <div key={name} className={styles.field}>
      <span className={styles.label}>{label}</span>
      <p>
        <Pieces pieces={pieces} />
      </p>
    </div>
  );
  return (
    <>
      {recipe.length > 0
        ? field('recipe', t('editor.recipe.said.label'), side ? piecesOf(recipe, side) : recipe)
        : null}
      {texts.map(({ name, pieces }) => field(name, t(`editor.text.${name}`), pieces))}
    </>
  );
}

/** A card: its address and its caption. */
function EmbedText({ embed, side }: { embed: EmbedComparison; side: Side | null }) {
  const { t } = useTranslation();
  const shown = (pieces: readonly Piece[]) => (side ? piecesOf(pieces, side) : pieces);
  return (
    <>
      {(['url', 'caption'] as const).map((name) =>
        shown(embed[name]).length > 0 ? (
          <div key={name} className={styles.field}>
            <span className={styles.label}>{t(name === 'url' ? 'editor.embed' : 'editor.embedCaption')}</span>
            <p>
              <Pieces pieces={shown(embed[name])} />
            </p>
          </div>
        ) : null,
      )}
    </>
  );
}

type TextProps = {
  block: ComparedBlock | null;
  pieces: readonly Piece[];
  row: Row;
  side: Side | null;
};

/** A block in the look of its kind. */
function Text({ block, pieces, row, side }: TextProps) {
  if (block?.type === 'embed' && row.embed) return <EmbedText embed={row.embed} side={side} />;
  if (block?.type === 'table' && row.table) return <TableText table={row.table} block={block} side={side} />;
  if (block?.type === 'divider') return <hr className={styles.divider} />;
  const kind = block?.type === 'heading' ? styles.heading : block?.type.includes('quote') ? styles.quote : undefined;
  const bullet = block?.type === 'listItem' ? <span aria-hidden="true">• </span> : null;
  return (
    <p className={kind}>
      {bullet}
      <Pieces pieces={pieces} />
    </p>
  );
}

const MOST = 90;
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);
