import { useTranslation } from 'react-i18next';
import type { LibraryRow } from '../../preload/contract.ts';
import { deadlineState, isDue } from '../../story/review/deadline.ts';
import { momentText } from '../../story/text/embargo.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import styles from './workflow.module.css';

type Props = { row: Pick<LibraryRow, 'status' | 'deadline'>; now: number };

/** A story's deadline in a few letters, while it means something. */
export function DeadlineNote({ row: { status, deadline }, now }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const state = isDue(status) ? deadlineState(deadline, now, timeZone) : 'none';
  if (state === 'none') return null;
  const [clock = '', day = ''] = momentText(Date.parse(deadline), timeZone).split(' ');
  const time = state === 'today' ? clock : `${clock} ${day.slice(0, 5)}`;
  const text = { over: 'workflow.over', today: 'workflow.today', later: 'workflow.due' } as const;
  return (
    <time dateTime={deadline} className={styles.deadline} data-deadline={state}>
      {t(text[state], { time })}
    </time>
  );
}
