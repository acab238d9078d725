import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deadlineState, isDue } from '../../story/review/deadline.ts';
import { momentText, parseMoment } from '../../story/text/embargo.ts';
import type { StorySession } from '../editor/types.ts';
import { language } from '../i18n.ts';
import { momentWords, zoneName } from '../inspector/moment.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { TextField } from '../ui/TextField.tsx';
import { useNow } from '../useNow.ts';
import { useSession } from '../useSession.ts';
import styles from './workflow.module.css';

const WORDS = {
  over: 'workflow.deadlineOver',
  today: 'workflow.deadlineToday',
  later: 'workflow.deadlineLater',
} as const;

/** Until when, typed in the newsroom's time zone. What cannot be read is said, and changes nothing. */
export function Deadline({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const now = useNow();
  const input = useRef<HTMLInputElement>(null);
  const [isBad, setIsBad] = useState(false);
  const { deadline, status } = useSession(session, ['status'], (one) => {
    const story = one.story();
    return { deadline: story.desk.deadline, status: story.status };
  });
  const state = deadlineState(deadline, now, timeZone);
  const shown = state === 'none' ? '' : momentText(Date.parse(deadline), timeZone);
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = shown;
  }, [shown]);
  const read = () => {
    const typed = input.current?.value.trim() ?? '';
    const next = typed === '' ? '' : parseMoment(typed, timeZone);
    setIsBad(next === null);
    const { desk } = session.story();
    if (next !== null && next !== desk.deadline) session.setWork({ desk: { ...desk, deadline: next } });
    if (next && input.current) input.current.value = momentText(Date.parse(next), timeZone);
  };
  const words = state === 'none' ? '' : momentWords(Date.parse(deadline), timeZone, language());
  return (
    <TextField
      ref={input}
      label={t('workflow.deadline')}
      defaultValue={shown}
      maxLength={40}
      readOnly={session.readOnly}
      autoComplete="off"
      spellCheck={false}
      error={isBad ? t('workflow.deadlineUnclear') : null}
      hint={
        isBad ? null : state === 'none' ? (
          t('workflow.deadlineNone', { zone: zoneName(timeZone, language()) })
        ) : (
          <span className={styles.deadline} data-deadline={isDue(status) ? state : 'done'}>
            {t(isDue(status) ? WORDS[state] : 'workflow.deadlineDone', { time: words })}
          </span>
        )
      }
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) read();
      }}
    />
  );
}
