import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasteEntry } from '../../preload/contract.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { BothDialog } from './BothDialog.tsx';
import { keptPastes } from './keep.ts';
import styles from './pasted.module.css';
import { toldOf } from './told.ts';

/** The clipboards that are kept beside a story, each to be looked at. */
export function PastedTexts({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const [entries, setEntries] = useState<PasteEntry[]>([]);
  const [html, setHtml] = useState<string | null>(null);
  const kept = useStore(keptPastes);
  const id = session.storyId;

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one more is kept
  useEffect(() => {
    let isLeft = false;
    void call('pastes.list', { id }).then((listed) => {
      if (listed.ok && !isLeft) setEntries(listed.value);
    });
    return () => {
      isLeft = true;
    };
  }, [id, kept]);

  const show = async (paste: string) => {
    const read = await call('pastes.get', { id, paste });
    if (!read.ok) return problem(read);
    if (read.value) setHtml(read.value.html || textAsHtml(read.value.text));
  };
  return (
    <>
      {entries.length === 0 ? (
        <p className={`${ui.muted} ${ui.small}`}>{t('pasted.none')}</p>
      ) : (
        <ul className={styles.entries} data-pasted-texts>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Button kind="quiet" onClick={() => void show(entry.id)}>
                {t(`pasted.source.${entry.report.source}`)} · {dateTime(entry.at, language())}
              </Button>
              <p className={`${ui.muted} ${ui.small}`}>{toldOf(entry.report)}</p>
            </li>
          ))}
        </ul>
      )}
      <BothDialog html={html} onClose={() => setHtml(null)} />
    </>
  );
}

function textAsHtml(text: string): string {
  const pre = document.createElement('pre');
  pre.textContent = text;
  return pre.outerHTML;
}
