import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
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

type Props = { session: StorySession; threads: Threads };

export function Comments({ session, threads }: Props) {
  const { t } = useTranslation();
  const { comments, resolved, gone } = threads;
  return (
    <>
      <Composer session={session} />
      {comments.length === 0 ? <p className={ui.muted}>{t('review.noComments')}</p> : null}
      <ul className={ui.list}>
        {comments.map((thread) => (
          <CommentThreadCard key={thread.id} session={session} thread={thread} gone={gone.has(thread.id)} />
        ))}
      </ul>
      {resolved.length > 0 ? (
        <details className={styles.resolved}>
          <summary>{t('review.resolvedCount', { count: resolved.length })}</summary>
          <ul className={ui.list}>
            {resolved.map((thread) => (
              <CommentThreadCard key={thread.id} session={session} thread={thread} gone={gone.has(thread.id)} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** The button, and once it is pressed with something selected, the field for the comment on it. */
function Composer({ session }: { session: StorySession }) {
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
        label={t('review.yourComment')}
        submit={t('review.post')}
        onSubmit={post}
        onCancel={() => comment.set(null)}
      />
    </div>
  );
}
