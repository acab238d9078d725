import { FileDown, FileUp, GitCompare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passage } from '../../preload/contract.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { openLastMerge } from '../history/open.ts';
import { language } from '../i18n.ts';
import { run } from '../run.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import ui from '../ui/ui.module.css';
import { backTo, cameBack, loadPassages, passages } from './passages.ts';
import styles from './review.module.css';

type Props = { session: StorySession };

/** The story's passages; read when it is shown, and again whenever something went or came. */
function usePassages({ storyId }: StorySession): Passage[] {
  useEffect(() => void loadPassages(storyId), [storyId]);
  const read = useStore(passages);
  return read?.storyId === storyId ? read.list : [];
}

/** The passage that was merged last: what both sides had then can still be compared. */
function useMerged({ storyId }: StorySession, list: readonly Passage[]): Passage | undefined {
  const [id, setId] = useState<string | null>(null);
  const last = list.find(({ kind }) => kind === 'came');
  const lastId = last?.id;
  useEffect(() => {
    let isOver = false;
    if (lastId !== undefined)
      void call('review.lastMerge', { storyId }).then((read) => {
        if (!isOver && read.ok) setId(read.value?.id ?? null);
      });
    return () => {
      isOver = true;
    };
  }, [storyId, lastId]);
  return last && last.id === id ? last : undefined;
}

/** What came along with the story, until it is sent on. */
export function ReceivedNote({ session }: Props) {
  const { t } = useTranslation();
  const [last] = usePassages(session);
  if (last?.kind !== 'came' || last.note === '') return null;
  return (
    <Section title={t('handoff.noteFrom', { name: last.name })}>
      <p className={styles.text}>{last.note}</p>
    </Section>
  );
}

/** Out and in, and where the story has been. */
export function Handoffs({ session }: Props) {
  const { t } = useTranslation();
  const list = usePassages(session);
  const back = backTo(list);
  const merged = useMerged(session, list);
  return (
    <>
      <p className={ui.muted}>{t('review.handoffHint')}</p>
      <div className={ui.row}>
        <Button icon={FileUp} onClick={() => run('review.send')}>
          {back ? t('handoff.sendBack', { name: back }) : t('review.send')}
        </Button>
        <Button icon={FileDown} onClick={() => run('review.receive')}>
          {t('review.receive')}
        </Button>
      </div>
      {list.length === 0 ? (
        <p className={`${ui.muted} ${ui.small}`}>{t('handoff.noPassages')}</p>
      ) : (
        <ul className={ui.list} aria-label={t('handoff.passages')}>
          {list.map((passage, index) => (
            <Line
              key={`${passage.id} ${passage.at}`}
              passage={passage}
              back={cameBack(list, index)}
              onCompare={passage === merged ? () => void openLastMerge(session) : undefined}
            />
          ))}
        </ul>
      )}
    </>
  );
}

type LineProps = { passage: Passage; back: boolean; onCompare: (() => void) | undefined };

function Line({ passage, back, onCompare }: LineProps) {
  const { t } = useTranslation();
  const { kind, name, at, note, file } = passage;
  const came = back ? t('handoff.cameBack', { name }) : t('handoff.cameFrom', { name });
  const sent = name === '' ? t('handoff.sent') : t('handoff.sentTo', { name });
  return (
    <li>
      <p className={styles.byline}>
        <span className={styles.author}>{kind === 'came' ? came : sent}</span>{' '}
        <time dateTime={at}>{dateTime(at, language())}</time>
      </p>
      {note === '' ? null : <p className={styles.text}>{note}</p>}
      {onCompare ? (
        <Button kind="quiet" icon={GitCompare} onClick={onCompare}>
          {t('compare.look')}
        </Button>
      ) : null}
      {file ? <p className={`${ui.muted} ${ui.small} ${styles.text}`}>{file}</p> : null}
    </li>
  );
}
