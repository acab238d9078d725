import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentThread } from '../../story/model.ts';
import { reply, setResolved } from '../../story/review/comments.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { goToThread } from '../goTo.ts';
import { language } from '../i18n.ts';
import { person } from '../state.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { CommentForm } from './CommentForm.tsx';
import styles from './review.module.css';

type Props = { session: StorySession; thread: CommentThread; gone: boolean };

export function CommentThreadCard({ session, thread, gone }: Props) {
  const { t } = useTranslation();
  const [replying, setReplying] = useState(false);
  const set = (next: CommentThread) => session.setThread(thread.id, next);
  const answer = (text: string) => {
    set(reply(thread, text, person.get(), new Date().toISOString()));
    setReplying(false);
  };
  const first = thread.comments[0];
  return (
    <li className={ui.card} data-thread={thread.id}>
      <blockquote className={styles.quote}>{thread.words}</blockquote>
      {gone ? <p className={`${ui.muted} ${ui.small}`}>{t('review.gone')}</p> : null}
      {thread.comments.map((comment) => (
        <div key={comment.id}>
          <p className={styles.byline}>
            <span className={styles.author}>{comment.name}</span>{' '}
            <time dateTime={comment.at}>{dateTime(comment.at, language())}</time>
          </p>
          <p className={styles.text}>{comment.text}</p>
        </div>
      ))}
      {replying ? (
        <CommentForm
          label={t('review.replyTo', { name: first?.name ?? '' })}
          submit={t('review.reply')}
          onSubmit={answer}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className={ui.row}>
          <Button disabled={session.readOnly} onClick={() => setReplying(true)}>
            {t('review.reply')}
          </Button>
          <Button disabled={session.readOnly} onClick={() => set(setResolved(thread, !thread.resolved))}>
            {thread.resolved ? t('review.reopen') : t('review.resolve')}
          </Button>
          {gone ? null : (
            <Button kind="quiet" onClick={() => goToThread(session, thread)}>
              {t('review.show')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
