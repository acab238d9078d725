import { ArrowDown, ArrowUp, Printer, UnfoldVertical } from 'lucide-react';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import { language } from '../i18n.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './compare.module.css';
import { printPage } from './print.ts';
import type { Layout } from './Rows.tsx';
import { stretchesOf } from './stretches.ts';
import { useChanges } from './useChanges.ts';

type Props = {
  /** How much differs, in words. */
  counts: ReactNode;
  /** What is compared, as the heading of a printed page. */
  title: string;
  /** What the marks of the rows mean; also above their columns. */
  legend?: ReactNode;
  /** Of each line, whether it differs. */
  isChanged: readonly boolean[];
  /** `place`: "2 of 7", for a line that differs. */
  row: (index: number, place: string) => ReactNode;
  layout: Layout;
  lang: Language;
};

/** The lines of a comparison: counts on top, steps from one difference to the next, long unchanged stretches folded. */
export function ChangeFrame({ counts, title, legend, isChanged, row, layout, lang }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  const total = isChanged.filter(Boolean).length;
  const changes = useChanges(frame, total);
  const placeOf = (index: number) =>
    t('history.position', { at: isChanged.slice(0, index + 1).filter(Boolean).length, count: total });
  const rows = (from: number, to: number) =>
    isChanged.slice(from, to).map((_, index) => row(from + index, placeOf(from + index)));
  const print = () =>
    printPage(
      <>
        <h1>{title}</h1>
        <p>{counts}</p>
        {legend}
        <div className={styles.rows} data-layout={layout} lang={lang}>
          {rows(0, isChanged.length)}
        </div>
      </>,
    );
  return (
    <div className={styles.compare}>
      <div className={styles.counts}>
        <p role="status">{counts}</p>
        <span className={styles.steps}>
          {total > 0 ? (
            <>
              <span aria-hidden="true">{changes.at === null ? total : `${changes.at + 1}/${total}`}</span>
              <IconButton icon={ArrowUp} label={t('history.last')} keys="Shift+F7" onClick={changes.last} />
              <IconButton icon={ArrowDown} label={t('history.next')} keys="F7" onClick={changes.next} />
            </>
          ) : null}
          <IconButton icon={Printer} label={t('compare.print')} onClick={() => void print()} />
        </span>
      </div>
      {legend}
      <div ref={frame} className={styles.rows} data-layout={layout} lang={lang}>
        {stretchesOf(isChanged, opened).map(({ kind, from, to }) => (
          <Fragment key={from}>
            {kind === 'rows' ? (
              rows(from, to)
            ) : (
              <button
                type="button"
                className={styles.fold}
                lang={language()}
                onClick={() => setOpened((now) => new Set([...now, from]))}
              >
                <UnfoldVertical size={14} aria-hidden="true" /> {t('history.unfold', { count: to - from })}
              </button>
            )}
          </Fragment>
        ))}
      </div>
    </div>
  );
}
