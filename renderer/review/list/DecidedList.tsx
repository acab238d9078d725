import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { comparePlain } from '../../../story/review/compare/pieces.ts';
import { authorColours } from '../../../story/review/suggest/authors.ts';
import { type Decided, decidedOf } from '../../../story/review/suggest/decided.ts';
import type { StorySession } from '../../editor/types.ts';
import { dateTime } from '../../format.ts';
import { Pieces } from '../../history/Pieces.tsx';
import { language } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import ui from '../../ui/ui.module.css';
import { useSession } from '../../useSession.ts';
import { Author } from './Author.tsx';
import styles from './list.module.css';

/** So many more are shown at a time. */
const PAGE = 40;

/** Who changed what at the end: every suggestion that was decided, by whom and when. */
export function DecidedList({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(PAGE);
  const { decided, colours } = useSession(
    session,
    ['body', 'fields', 'threads'],
    (now) => ({ decided: decidedOf(now.story()), colours: Object.fromEntries(authorColours(now.story())) }),
    500,
  );
  if (decided.length === 0) return null;
  return (
    <details className={styles.several}>
      <summary>{t('suggest.decided', { count: decided.length })}</summary>
      <ul className={ui.list} aria-label={t('suggest.decidedTitle')}>
        {decided.slice(0, most).map((one) => (
          <DecidedCard key={one.id} one={one} colour={colours[one.by]} />
        ))}
      </ul>
      {decided.length > most ? (
        <Button kind="quiet" onClick={() => setMost(most + PAGE)}>
          {t('suggest.later', { count: decided.length - most })}
        </Button>
      ) : null}
    </details>
  );
}

function DecidedCard({ one, colour }: { one: Decided; colour: number | undefined }) {
  const { t } = useTranslation();
  const { before = '', after = '', accepted, name, at } = one.decided;
  const verdict = accepted ? t('suggest.isAccepted') : t('suggest.isRejected');
  const shown = (text: string) => text.replaceAll('\n', '¶ ');
  return (
    <li className={`${ui.card} ${styles.card}`} data-author={colour}>
      <Author name={one.name} at={one.at} colour={colour} />
      <p className={styles.kind}>
        {one.kind === 'field' ? t(`editor.field.${one.field}`) : t(`suggest.plainKind.${one.kind}`)}
      </p>
      <p className={styles.words}>
        <Pieces pieces={comparePlain(shown(before), shown(after))} />
      </p>
      <p className={`${ui.muted} ${ui.small}`}>
        {t('suggest.decidedBy', { verdict, name, time: dateTime(at, language()) })}
      </p>
    </li>
  );
}
