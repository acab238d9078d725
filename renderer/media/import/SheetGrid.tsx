import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../preload/contract.ts';
import { date } from '../../format.ts';
import { language } from '../../i18n.ts';
import { desk } from '../../state.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LargePicture } from './LargePicture.tsx';
import { SheetPicture } from './SheetPicture.tsx';
import styles from './sheet.module.css';
import { byDay, findKnown } from './sheet.ts';
import { takeChosen } from './take.ts';
import { useChoice } from './useChoice.ts';

type Props = { sheet: Sheet; onClose: () => void };

/** The contact sheet: arrows go, Space chooses, Shift extends, Enter shows large; what the library has is told. */
export function SheetGrid({ sheet, onClose }: Props) {
  const { t } = useTranslation();
  const view = useStore(desk.view);
  const session = view.kind === 'open' && !view.session.readOnly ? view.session : null;
  const grid = useRef<HTMLDivElement>(null);
  const [known, setKnown] = useState<ReadonlySet<number>>(new Set());
  const [intoStory, setIntoStory] = useState(true);
  const choice = useChoice(sheet.entries.length, grid);
  const days = useMemo(() => byDay(sheet.entries, (at) => date(at, language())), [sheet]);
  useEffect(() => findKnown(sheet, (found) => setKnown((now) => new Set([...now, ...found]))), [sheet]);

  const { chosen, at, large } = choice;
  const bytes = [...chosen].reduce((sum, index) => sum + (sheet.entries[index]?.size ?? 0), 0);
  const megabytes = (bytes / 1024 / 1024).toLocaleString(language(), { maximumFractionDigits: 0 });
  const start = () => {
    onClose();
    void takeChosen(
      sheet,
      [...chosen].sort((a, b) => b - a),
      intoStory ? session : null,
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={t('photos.import.title', { count: sheet.entries.length })}
      actions={
        <>
          {session ? (
            <Checkbox
              label={t('photos.import.intoStory')}
              checked={intoStory}
              onChange={({ currentTarget }) => setIntoStory(currentTarget.checked)}
            />
          ) : null}
          <Button onClick={() => choice.choose(sheet.entries.flatMap((_, index) => (known.has(index) ? [] : [index])))}>
            {t('photos.import.chooseNew')}
          </Button>
          <Button kind="primary" disabled={chosen.size === 0} onClick={start}>
            {chosen.size === 0
              ? t('photos.import.startNone')
              : t('photos.import.start', { count: chosen.size, megabytes })}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>
        {t('photos.import.hint')} {sheet.isCut ? t('photos.import.cut', { count: sheet.entries.length }) : null}
      </p>
      <div className={styles.sheet}>
        <div
          ref={grid}
          role="listbox"
          aria-multiselectable="true"
          aria-label={t('photos.import.pictures')}
          tabIndex={0}
          aria-activedescendant={`sheet-${at}`}
          className={styles.grid}
          onKeyDown={choice.onKeyDown}
        >
          {days.map(({ day, indexes }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options
            <div key={day} role="group" aria-label={day} className={styles.day}>
              <span className={styles.date} aria-hidden="true">
                {day}
              </span>
              {indexes.map((index) => (
                <SheetPicture
                  key={index}
                  sheet={sheet}
                  index={index}
                  isChosen={chosen.has(index)}
                  isCurrent={index === at}
                  isKnown={known.has(index)}
                  onPress={choice.press}
                />
              ))}
            </div>
          ))}
        </div>
        {large ? (
          <LargePicture key={at} sheet={sheet} index={at} isChosen={chosen.has(at)} onClose={choice.closeLarge} />
        ) : null}
      </div>
    </Dialog>
  );
}
