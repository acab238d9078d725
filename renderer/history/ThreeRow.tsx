import {
  type ThreeRow as Row,
  type ThreeField,
  type ThreeText,
  VERSIONS,
  type Whose,
} from '../../story/review/compare/threeModel.ts';
import { threeText } from '../../story/review/compare/threePieces.ts';
import { t } from '../i18n.ts';
import { recipeWords } from '../media/recipeWords.ts';
import compare from './compare.module.css';
import { Photo } from './Photo.tsx';
import { type Sides, sideText, ThreePieces } from './ThreePieces.tsx';
import styles from './three.module.css';

export type ThreeLine = { field: ThreeField } | { row: Row };
type Props = { line: ThreeLine; place: string; sides: Sides; names: Record<(typeof VERSIONS)[number], string> };

const SIGNS = { same: '', changed: '≠', added: '+', removed: '−', moved: '↳', away: '↷' } as const;
const KINDS = {
  same: 'same',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  moved: 'movedTo',
  away: 'movedFrom',
} as const;

export const whoseOfLine = (line: ThreeLine): Whose | null => ('field' in line ? line.field.whose : line.row.whose);

/** A field or a block of three versions: what kind of change it is, whose, and the text. */
export function ThreeRow({ line, place, sides, names }: Props) {
  const whose = whoseOfLine(line);
  const kind = 'field' in line ? (whose ? 'changed' : 'same') : line.row.kind;
  const by = whose === null ? '' : whoseText(sides, whose);
  const said = t(`history.kind.${KINDS[kind]}`);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div
      className={compare.entry}
      role="group"
      aria-label={whose === null ? said : `${place}: ${said}, ${by}`}
      data-sign={kind}
      data-whose={whose ?? undefined}
      {...(whose !== null && { 'data-change': '', tabIndex: -1 })}
    >
      <div className={compare.gutter} aria-hidden="true">
        {whose === null ? null : (
          <>
            <span className={compare.sign}>{SIGNS[kind]}</span> {said}
            <span className={styles.by}>{by}</span>
          </>
        )}
      </div>
      <div className={compare.cell}>
        {'field' in line ? (
          <Field field={line.field} sides={sides} />
        ) : (
          <Block row={line.row} sides={sides} names={names} />
        )}
      </div>
    </div>
  );
}

/** Whose a change is, in words. */
export const whoseText = (sides: Sides, whose: Whose): string =>
  whose === 'ours' || whose === 'theirs' ? sides[whose].name : t(`compare.whose.${whose}`);

function Field({ field, sides }: { field: ThreeField; sides: Sides }) {
  return (
    <div className={compare.field}>
      <span className={compare.label}>{t(`editor.field.${field.name}`)}</span>
      <p className={field.name === 'headline' ? compare.headline : undefined}>
        <ThreePieces pieces={field.pieces} sides={sides} />
      </p>
    </div>
  );
}

function Block({ row, sides, names }: Omit<Props, 'line' | 'place'> & { row: Row }) {
  const [block] = [...row.ours, ...row.theirs, ...row.base];
  if (row.kind === 'away') {
    const [from] = row.base;
    const text = from && 'runs' in from ? from.runs.map((run) => run.text).join('') : '';
    return <p className={compare.away}>{t('history.movedAway', { text: text.slice(0, 90) })}</p>;
  }
  return (
    <>
      {row.moved ? (
        <p className={compare.away}>{t('compare.movedBy', { name: sideText(sides, row.moved, 'name') })}</p>
      ) : null}
      {row.retyped ? (
        <p className={compare.away}>{t('compare.retypedBy', { name: sideText(sides, row.retyped, 'name') })}</p>
      ) : null}
      {block?.type === 'figure' ? <Photos row={row} names={names} /> : null}
      {block?.type === 'divider' ? <hr className={compare.divider} /> : null}
      {row.texts
        .filter(({ pieces }) => pieces.length > 0)
        .map((text) => (
          <Text key={text.name} text={text} isHeading={block?.type === 'heading'} sides={sides} />
        ))}
    </>
  );
}

function Text({ text, isHeading, sides }: { text: ThreeText; isHeading: boolean; sides: Sides }) {
  const { name, pieces } = text;
  const label =
    name === 'words' || name === 'cells' ? null : t(name === 'url' ? 'editor.embed' : (`editor.text.${name}` as const));
  return (
    <div className={compare.field}>
      {label === null ? null : <span className={compare.label}>{label}</span>}
      <p className={isHeading ? compare.heading : undefined}>
        <ThreePieces pieces={pieces} sides={sides} />
      </p>
    </div>
  );
}

/** The photo; where somebody put in another one, or made something else of it, each version's. */
function Photos({ row, names }: { row: Row; names: Props['names'] }) {
  const isOne = row.photo === null && row.recipe === null;
  const shown = isOne ? [...row.ours, ...row.theirs, ...row.base].slice(0, 1) : null;
  if (shown)
    return shown.map((block) =>
      block.type === 'figure' ? <Photo key={block.id} figure={block} className={compare.photo} /> : null,
    );
  return (
    <div className={styles.photos}>
      {VERSIONS.map((version) => {
        const [block] = row[version];
        return block?.type === 'figure' ? (
          <div key={version} className={compare.figure}>
            <span className={compare.label}>
              {names[version]}
              {row.recipe ? ` (${recipeWords(block.recipe)})` : ''}
            </span>
            <Photo figure={block} className={compare.photo} />
          </div>
        ) : null;
      })}
    </div>
  );
}

/** Whether there is anything to show of a field in any version. */
export const isFilled = ({ pieces }: ThreeField): boolean =>
  VERSIONS.some((version) => threeText(pieces, version) !== '');
