import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../preload/contract.ts';
import { clock } from '../format.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { useNow } from '../useNow.ts';
import styles from './history.module.css';
import type { Point } from './pair.ts';
import type { Versions } from './useVersions.ts';
import { dayText, marksOf, sizeOf, whoText } from './words.ts';

type Props = {
  versions: Versions;
  chosen: Point;
  onChoose: (seq: Point) => void;
  every: boolean;
  onEvery: (every: boolean) => void;
};

/** The versions by day, the newest on top; the arrow keys walk along them and read each. */
export function VersionList({ versions, chosen, onChoose, every, onEvery }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const list = versions.list ?? [];
  const frame = useRef<HTMLDivElement>(null);
  const points: Point[] = [null, ...list.map(({ seq }) => seq)];
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -points.length, End: points.length }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const at = Math.min(points.length - 1, Math.max(0, points.indexOf(chosen) + step));
    const next = points[at] ?? null;
    onChoose(next);
    frame.current?.querySelector<HTMLElement>(`[data-point="${next}"]`)?.focus();
  };
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);
  const days = byDay(list, now);
  const atOf = (seq: number) => list.find((version) => version.seq === seq)?.at;
  return (
    <div className={styles.list}>
      <div className={styles.every}>
        <Checkbox
          label={t('history.every')}
          checked={every}
          onChange={(event) => onEvery(event.currentTarget.checked)}
        />
      </div>
      <div className={styles.scroll}>
        <div ref={frame} role="listbox" tabIndex={-1} aria-label={t('history.versions')} onKeyDown={walk}>
          <Option point={null} chosen={chosen} onChoose={onChoose}>
            <span className={styles.itemTitle}>{t('history.now')}</span>
            <span className={styles.itemMeta}>{t('history.nowHint')}</span>
          </Option>
          {days.map((day) => (
            <Day key={day.versions[0]?.seq} text={day.text}>
              {day.versions.map((version) => (
                <Option key={version.seq} point={version.seq} chosen={chosen} onChoose={onChoose}>
                  <VersionText version={version} marks={marksOf(version, atOf)} />
                </Option>
              ))}
            </Day>
          ))}
        </div>
        {versions.more ? (
          <Button className={styles.older} onClick={versions.loadMore}>
            {t('history.older')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function byDay(list: readonly Version[], now: number): { text: string; versions: Version[] }[] {
  const days: { text: string; versions: Version[] }[] = [];
  for (const version of list) {
    const text = dayText(version.at, now);
    const last = days.at(-1);
    if (last?.text === text) last.versions.push(version);
    else days.push({ text, versions: [version] });
  }
  return days;
}

function Day({ text, children }: { text: string; children: React.ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className={styles.day}>
        {text}
      </div>
      {children}
    </div>
  );
}

type OptionProps = { point: Point; chosen: Point; onChoose: (point: Point) => void; children: React.ReactNode };

function Option({ point, chosen, onChoose, children }: OptionProps) {
  const isChosen = point === chosen;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
    <div
      role="option"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      data-point={`${point}`}
      className={styles.item}
      onClick={() => onChoose(point)}
    >
      {children}
    </div>
  );
}

function VersionText({ version, marks }: { version: Version; marks: readonly string[] }) {
  const time = clock(version.at, language());
  const who = version.by.map(whoText).join(', ');
  return (
    <>
      <span className={styles.itemTitle}>{version.name ?? time}</span>
      <span className={styles.itemMeta}>{[version.name ? time : '', who].filter(Boolean).join(' · ')}</span>
      {marks.length > 0 ? (
        <span className={styles.marks}>
          {marks.map((mark) => (
            <span key={mark} className={styles.mark}>
              {mark}
            </span>
          ))}
        </span>
      ) : null}
      <span className={styles.itemMeta}>{sizeOf(version)}</span>
    </>
  );
}
