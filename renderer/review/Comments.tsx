import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { authorColours } from '../../story/review/suggest/authors.ts';
import { isMac, shortcutText, useKeys } from '../commands.ts';
import type { StorySession } from '../editor/types.ts';
import { run } from '../run.ts';
import { comment, person } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { CommentForm } from './CommentForm.tsx';
import { CommentThreadCard } from './CommentThreadCard.tsx';
import styles from './review.module.css';
import type { Threads } from './threads.ts';

/** The comments that are resolved, folded away. */
export function Resolved({ session, threads }: { session: StorySession; threads: Threads }) {
  const { t } = useTranslation();
  const { resolved, gone } = threads;
  if (resolved.length === 0) return null;
  const colours = Object.fromEntries(authorColours(session.story()));
  return (
    <details className={styles.resolved}>
      <summary>{t('review.resolvedCount', { count: resolved.length })}</summary>
      <ul className={ui.list}>
        {resolved.map((thread) => (
          <CommentThreadCard
            key={thread.id}
            session={session}
            thread={thread}
            gone={gone.has(thread.id)}
            colours={colours}
          />
        ))}
      </ul>
    </details>
  );
}

/** The button, and once it is pressed with something selected, the field for the comment on it. */
export function Composer({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const begun = useStore(comment);
  const keys = useKeys('comment.add');
  if (begun?.storyId !== session.storyId)
    return (
      <div className={styles.composer}>
        <Button icon={MessageSquarePlus} disabled={session.readOnly} onClick={() => run('comment.add')}>
          {t('review.comment')}
        </Button>
        <p className={`${ui.muted} ${ui.small}`}>
          {t('review.commentHint')} {shortcutText(keys, isMac())}
        </p>
      </div>
    );
  const post = (text: string) => {
    if (session.addComment(text, person.get()) === null) notice(t('desk.selectFirst'));
    comment.set(null);
  };
  return (
    <div className={ui.card}>
      <p className={styles.quote}>{begun.words}</p>
      <CommentForm
        session={session}
        label={t('review.yourComment')}
        submit={t('review.post')}
        onSubmit={post}
        onCancel={() => comment.set(null)}
      />
    </div>
  );
}
