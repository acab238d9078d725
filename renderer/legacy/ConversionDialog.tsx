import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '../../story/model.ts';
import type { LegacyWay } from '../../story/text/legacy/rewrite.ts';
import { replaceAll } from '../../story/text/replace.ts';
import { type LegacyPassage, legacyPassages } from '../editor/legacy.ts';
import { keyOf } from '../editor/spelling/place.ts';
import type { StorySession } from '../editor/types.ts';
import { desk, dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import ui from '../ui/ui.module.css';
import { convert } from './actions.ts';
import styles from './legacy.module.css';

/** What a person can say the words are written in; by itself the program goes by fonts and letters. */
const WAYS = {
  auto: null,
  tcvn3: { encoding: 'tcvn3', capitals: false },
  tcvn3Capitals: { encoding: 'tcvn3', capitals: true },
  vni: { encoding: 'vni', capitals: false },
  viqr: { encoding: 'viqr', capitals: false },
  cp1258: { encoding: 'cp1258', capitals: false },
  utf8: { encoding: 'utf8', capitals: false },
} as const satisfies Record<string, LegacyWay | null>;
type Way = keyof typeof WAYS;

/** Words from before Unicode beside what they become: nothing changes until a person has seen both. */
export function ConversionDialog() {
  const open = useStore(dialog) === 'legacy';
  const session = desk.session();
  return open && session ? <Conversion session={session} onClose={() => dialog.set(null)} /> : null;
}

function Conversion({ session, onClose }: { session: StorySession; onClose: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('auto');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const passages = useMemo(() => legacyPassages(session, WAYS[way]), [session, way]);
  const chosen = passages.filter(({ passage }) => !left.has(keyOf(passage.place)));
  const toggle = (key: string) =>
    setLeft((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('legacy.title')}
      description={t('legacy.hint')}
      size="wide"
      actions={
        <>
          <Button onClick={onClose}>{t('legacy.keep')}</Button>
          <Button
            kind="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onClose();
              convert(session, chosen);
            }}
          >
            {t('legacy.convert', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.way}>
        <Select
          label={t('legacy.way')}
          value={way}
          items={(Object.keys(WAYS) as Way[]).map((value) => ({ value, label: t(`legacy.ways.${value}`) }))}
          onChange={setWay}
        />
      </div>
      {passages.length === 0 ? (
        <p className={ui.muted}>{t(way === 'auto' ? 'legacy.nothing' : 'legacy.nothingSo')}</p>
      ) : (
        <table className={styles.passages} data-conversion>
          <thead>
            <tr>
              <th scope="col">{t('legacy.where')}</th>
              <th scope="col">{t('legacy.before')}</th>
              <th scope="col">{t('legacy.after')}</th>
            </tr>
          </thead>
          <tbody>
            {passages.map((one) => {
              const key = keyOf(one.passage.place);
              return <Row key={key} {...one} session={session} isLeft={left.has(key)} onToggle={() => toggle(key)} />;
            })}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

type RowProps = LegacyPassage & { session: StorySession; isLeft: boolean; onToggle: () => void };

function Row({ passage: { place, text }, words, session, isLeft, onToggle }: RowProps) {
  const { t } = useTranslation();
  const name = (of: Anchor): string => {
    if ('field' in of) return t(`editor.field.${of.field}`);
    const number = session.story().body.findIndex(({ id }) => id === of.block) + 1;
    if (of.part) return t('legacy.part', { number, part: t(`editor.text.${of.part}`) });
    if (of.cell) return t('legacy.cell', { number, row: of.cell[0] + 1, column: of.cell[1] + 1 });
    return t('legacy.block', { number });
  };
  return (
    <tr data-left={isLeft || undefined}>
      <td>
        <Checkbox label={name(place)} checked={!isLeft} onChange={onToggle} />
      </td>
      <td lang="">{text}</td>
      <td lang="vi">{replaceAll(text, words, (word) => word.text)}</td>
    </tr>
  );
}
