import { Progress } from '@base-ui/react/progress';
import styles from './ui.module.css';

type Props = {
  label: string;
  /** Steps done, and in all. */
  done: number;
  total: number;
  /** Steps after which there is no way back: a line across the bar. */
  mark?: number | null;
};

export function ProgressBar({ label, done, total, mark = null }: Props) {
  return (
    <Progress.Root className={styles.progress} value={Math.min(done, total)} max={Math.max(total, 1)}>
      <Progress.Label className={styles.progressLabel}>{label}</Progress.Label>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.indicator} />
        {mark === null ? null : (
          <span className={styles.mark} style={{ insetInlineStart: `${(100 * mark) / Math.max(total, 1)}%` }} />
        )}
      </Progress.Track>
    </Progress.Root>
  );
}
