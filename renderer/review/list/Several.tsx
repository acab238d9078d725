import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../story/review/suggest/entries.ts';
import { coreOf } from '../../editor/core.ts';
import { hereOf } from '../../editor/marked.ts';
import type { StorySession } from '../../editor/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { notice } from '../../ui/toasts.tsx';
import ui from '../../ui/ui.module.css';
import { decideNow } from './decide.ts';
import { itemsHere } from './here.ts';
import { type Item, itemsOf } from './items.ts';
import styles from './list.module.css';

type Props = { session: StorySession; items: readonly Item[] };
type Asked = { entries: Entry[]; accepted: boolean };

const entriesIn = (items: readonly Item[]): Entry[] =>
  items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));

/** Decides several suggestions in one step: those in the selected text, or all that the list shows. More than one is asked about. */
export function Several({ session, items }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const shown = entriesIn(items);
  if (shown.length === 0) return null;
  const want = (entries: Entry[], accepted: boolean) => {
    if (entries.length === 0) notice(t('suggest.noneSelected'));
    else if (entries.length === 1) decideNow(session, entries, accepted);
    else setAsked({ entries, accepted });
  };
  const selected = () => {
    const story = session.story();
    return entriesIn(itemsHere(story, itemsOf(story), hereOf(coreOf(session))));
  };
  const close = () => setAsked(null);
  const count = asked?.entries.length ?? 0;
  return (
    <details className={styles.several}>
      <summary>{t('suggest.many')}</summary>
      {(['shown', 'selection'] as const).map((which) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of values
        <div key={which} className={ui.row} role="group" aria-label={t(`suggest.${which}`)}>
          <span className={styles.which}>{t(`suggest.${which}`)}</span>
          {([true, false] as const).map((accepted) => (
            <Button
              key={String(accepted)}
              disabled={session.readOnly}
              onClick={() => want(which === 'shown' ? shown : selected(), accepted)}
            >
              {accepted ? t('suggest.accept') : t('suggest.reject')}
            </Button>
          ))}
        </div>
      ))}
      <Dialog
        question
        open={asked !== null}
        onClose={close}
        title={asked?.accepted ? t('suggest.askAccept', { count }) : t('suggest.askReject', { count })}
        description={t('suggest.askHint')}
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                close();
                if (asked) decideNow(session, asked.entries, asked.accepted);
              }}
            >
              {asked?.accepted ? t('suggest.accept') : t('suggest.reject')}
            </Button>
          </>
        }
      />
    </details>
  );
}
