import { initialsOf } from '../../../story/review/suggest/authors.ts';
import { dateTime } from '../../format.ts';
import { language } from '../../i18n.ts';
import styles from './list.module.css';

type Props = { name: string; at: string; colour: number | undefined };

/** Who, in the author's colour and initials, and when. */
export function Author({ name, at, colour }: Props) {
  return (
    <p className={styles.byline}>
      <span className={styles.initials} data-author={colour} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className={styles.author}>{name}</span>
      {at ? <time dateTime={at}>{dateTime(at, language())}</time> : null}
    </p>
  );
}
