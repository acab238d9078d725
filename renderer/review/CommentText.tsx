import { Fragment } from 'react';
import { mentionsIn } from '../../story/review/mentions.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import styles from './review.module.css';

/** What somebody wrote, with the persons it names set off; the person at the desk stands out. */
export function CommentText({ text, persons }: { text: string; persons: readonly string[] }) {
  const { name: me } = useStore(person);
  const parts: { from: number; plain: string; mention?: string; isMe?: boolean }[] = [];
  let at = 0;
  for (const { from, to, name } of mentionsIn(text, me === '' ? persons : [me, ...persons])) {
    parts.push({ from: at, plain: text.slice(at, from), mention: text.slice(from, to), isMe: name === me });
    at = to;
  }
  return (
    <p className={styles.text}>
      {parts.map(({ from, plain, mention, isMe }) => (
        <Fragment key={from}>
          {plain}
          {isMe ? <mark className={styles.mentioned}>{mention}</mark> : <strong>{mention}</strong>}
        </Fragment>
      ))}
      {text.slice(at)}
    </p>
  );
}
