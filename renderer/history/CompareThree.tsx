import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import type { Comparable } from '../../story/review/compare/model.ts';
import { compareThree } from '../../story/review/compare/three.ts';
import type { ThreeComparison, ThreeVersion } from '../../story/review/compare/threeModel.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { marksOfSides } from './sideMarks.ts';
import type { Sides } from './ThreePieces.tsx';
import { isFilled, type ThreeLine, ThreeRow, whoseOfLine, whoseText } from './ThreeRow.tsx';
import styles from './three.module.css';

type Props = Record<ThreeVersion, Comparable> & {
  language: Language;
  /** What the three are called. */
  names: Record<ThreeVersion, string>;
};

/** Three versions in one reading: what each side changed of the base, marked by whose it is. */
export function CompareThree({ base, ours, theirs, language, names }: Props) {
  const { t } = useTranslation();
  const comparison = useMemo(() => compareThree(base, ours, theirs), [base, ours, theirs]);
  const marks = marksOfSides(names.ours, names.theirs);
  const sides: Sides = {
    ours: { name: names.ours, mark: marks.ours },
    theirs: { name: names.theirs, mark: marks.theirs },
  };
  const lines: ThreeLine[] = [
    ...comparison.fields.filter(isFilled).map((field) => ({ field })),
    ...comparison.rows.map((row) => ({ row })),
  ];
  return (
    <ChangeFrame
      title={t('compare.titleThree', names)}
      counts={<Counts comparison={comparison} sides={sides} />}
      legend={<Legend base={names.base} sides={sides} />}
      isChanged={lines.map((line) => whoseOfLine(line) !== null)}
      row={(index, place) => {
        const line = lines[index];
        return line ? <ThreeRow key={index} line={line} place={place} sides={sides} names={names} /> : null;
      }}
      layout="inline"
      lang={language}
    />
  );
}

const WHOSE = ['ours', 'theirs', 'both', 'each', 'different'] as const;

function Counts({ comparison: { isSame, counts }, sides }: { comparison: ThreeComparison; sides: Sides }) {
  const { t } = useTranslation();
  if (isSame) return t('compare.same');
  return WHOSE.filter((whose) => counts[whose] > 0)
    .map((whose) => t('compare.count', { whose: whoseText(sides, whose), count: counts[whose] }))
    .join(' · ');
}

function Legend({ base, sides }: { base: string; sides: Sides }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.legend}>
      <div>
        <dt>{t('compare.base')}</dt>
        <dd>{base}</dd>
      </div>
      {(['ours', 'theirs'] as const).map((side) => (
        <div key={side}>
          <dt className={styles.mark}>{sides[side].mark}</dt>
          <dd>{sides[side].name}</dd>
        </div>
      ))}
    </dl>
  );
}
