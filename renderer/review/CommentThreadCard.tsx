import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comment, CommentThread } from '../../story/model.ts';
import { editComment, reply, setResolved, withoutComment } from '../../story/review/comments.ts';
import type { StorySession } from '../editor/types.ts';
import { goToThread } from '../goTo.ts';
import { person } from '../state.ts';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { CommentForm } from './CommentForm.tsx';
import { CommentText } from './CommentText.tsx';
import { Author } from './list/Author.tsx';
import list from './list/list.module.css';
import { currentItem } from './list/state.ts';
import { personsOf } from './mentions.ts';
import styles from './review.module.css';

type Props = {
  session: StorySession;
  thread: CommentThread;
  gone: boolean;
  /** By fingerprint. */
  colours: Readonly<Record<string, number>>;
  isCurrent?: boolean;
};

export function CommentThreadCard({ session, thread, gone, colours, isCurrent = false }: Props) {
  const { t } = useTranslation();
  /** What is being written: a reply, or one's own comment anew, by its id. */
  const [writing, setWriting] = useState<'reply' | string | null>(null);
  const set = (next: CommentThread | null) => session.setThread(thread.id, next);
  const persons = personsOf(session.story());
  const done = (next: CommentThread) => {
    set(next);
    setWriting(null);
  };
  const remove = (comment: Comment) => {
    set(withoutComment(thread, comment.id));
    // With its last comment a thread takes its marks off the text, which only stay while it is there.
    if (thread.comments.length > 1) notice(t('suggest.removed'), { label: t('suggest.undo'), run: () => set(thread) });
  };
  const first = thread.comments[0];
  return (
    <li
      className={`${ui.card} ${list.card}`}
      data-thread={thread.id}
      data-author={first && colours[first.by]}
      data-current={isCurrent || undefined}
      aria-current={isCurrent || undefined}
    >
      <blockquote className={styles.quote}>{thread.words}</blockquote>
      {gone ? <p className={`${ui.muted} ${ui.small}`}>{t('review.gone')}</p> : null}
      {thread.comments.map((comment) => (
        <div key={comment.id}>
          <Author name={comment.name} at={comment.at} colour={colours[comment.by]} />
          {writing === comment.id ? (
            <CommentForm
              session={session}
              label={t('review.yourComment')}
              submit={t('suggest.save')}
              text={comment.text}
              onSubmit={(text) => done(editComment(thread, comment.id, text))}
              onCancel={() => setWriting(null)}
            />
          ) : (
            <CommentText text={comment.text} persons={persons} />
          )}
          {comment.by === person.get().fingerprint && writing === null && !session.readOnly ? (
            <div className={ui.row}>
              <Button kind="quiet" className={styles.small} onClick={() => setWriting(comment.id)}>
                {t('suggest.edit')}
              </Button>
              <Button kind="quiet" className={styles.small} onClick={() => remove(comment)}>
                {t('suggest.remove')}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      {writing === 'reply' ? (
        <CommentForm
          session={session}
          label={t('review.replyTo', { name: first?.name ?? '' })}
          submit={t('review.reply')}
          onSubmit={(text) => done(reply(thread, text, person.get(), new Date().toISOString()))}
          onCancel={() => setWriting(null)}
        />
      ) : (
        <div className={ui.row}>
          {gone ? null : (
            <Button
              data-go=""
              onClick={() => {
                currentItem.set(thread.id);
                goToThread(session, thread);
              }}
            >
              {t('review.show')}
            </Button>
          )}
          <Button disabled={session.readOnly} onClick={() => setWriting('reply')}>
            {t('review.reply')}
          </Button>
          <Button disabled={session.readOnly} onClick={() => set(setResolved(thread, !thread.resolved))}>
            {thread.resolved ? t('review.reopen') : t('review.resolve')}
          </Button>
        </div>
      )}
    </li>
  );
}
