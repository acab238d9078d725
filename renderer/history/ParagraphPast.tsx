import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockPast, BlockState, Failure } from '../../preload/contract.ts';
import { withBlocksOf } from '../../story/history/restore.ts';
import { isSameBlock } from '../../story/review/amount.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { notice } from '../ui/toasts.tsx';
import styles from './history.module.css';
import { PastList } from './PastList.tsx';
import { PastText } from './PastText.tsx';

type Props = {
  session: StorySession;
  /** The paragraph or figure; null: the dialog is closed. */
  blockId: string | null;
  onClose: () => void;
};
type Read = { kind: 'loading' } | { kind: 'ready'; past: BlockPast } | { kind: 'failed'; failure: Failure };

/** The past of one paragraph: each of its states, compared with how it reads now, and the way back to it. */
export function ParagraphPast({ session, blockId, onClose }: Props) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(blockId);
  const [read, setRead] = useState<Read>({ kind: 'loading' });
  const [chosen, setChosen] = useState(0);
  useEffect(() => setWanted(blockId), [blockId]);
  useEffect(() => {
    if (!wanted) return;
    let isOver = false;
    setRead({ kind: 'loading' });
    setChosen(0);
    void call('history.block', { storyId: session.storyId, blockId: wanted }).then((found) => {
      if (isOver) return;
      setRead(found.ok ? { kind: 'ready', past: found.value } : { kind: 'failed', failure: found });
    });
    return () => {
      isOver = true;
    };
  }, [session.storyId, wanted]);

  const past = read.kind === 'ready' ? read.past : null;
  const state = past?.states[chosen];
  const now = session.story().body.find((block) => block.id === wanted) ?? null;
  const isSame = state?.block && now ? isSameBlock(state.block, now) : false;
  const take = async () => {
    if (!state?.block) return;
    // The version in which it stood like this knows its neighbours.
    const version = await call('history.read', { id: session.storyId, seq: state.seq });
    const old = version.ok ? version.value.story : { ...session.story(), body: [state.block] };
    session.apply(withBlocksOf(session.story(), old, [state.block.id]), { isEdit: true });
    void session.flush('blur');
    notice(t('history.takenBack'));
    onClose();
  };
  return (
    <Dialog
      open={blockId !== null}
      onClose={onClose}
      size="wide"
      title={t('history.past')}
      description={t('history.pastHint')}
      actions={
        <>
          {past?.origin ? <Button onClick={() => setWanted(past.origin)}>{t('history.pastOrigin')}</Button> : null}
          <Button kind="primary" disabled={!state?.block || isSame || session.readOnly} onClick={() => void take()}>
            {t('history.pastTake')}
          </Button>
        </>
      }
    >
      {read.kind === 'failed' ? (
        <Banner tone="warn" title={t('history.unreadable')} live="alert">
          <p>{t(`error.${read.failure.code}`)}</p>
        </Banner>
      ) : null}
      {read.kind === 'loading' ? <p role="status">{t('history.loading')}</p> : null}
      {past ? <Past past={past} chosen={chosen} onChoose={setChosen} now={now} /> : null}
    </Dialog>
  );
}

type PastProps = {
  past: BlockPast;
  chosen: number;
  onChoose: (index: number) => void;
  now: BlockState['block'];
};

function Past({ past, chosen, onChoose, now }: PastProps) {
  const { t } = useTranslation();
  const state = past.states[chosen];
  if (!state) return <p>{t('history.pastNone')}</p>;
  return (
    <>
      <div className={styles.past}>
        <PastList states={past.states} chosen={chosen} onChoose={onChoose} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className={styles.pastText} tabIndex={0} aria-label={dateTime(state.at, language())}>
          <PastText block={state.block} now={now} />
        </section>
      </div>
      {past.isCut ? <p className={styles.itemMeta}>{t('history.pastCut', { count: past.states.length })}</p> : null}
    </>
  );
}
