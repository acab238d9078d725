import { Progress } from '@base-ui/react/progress';
import styles from './ui.module.css';

type Props = {
  label: string;
  /** Steps done, and in all. */
  done: number;
  total: number;
};

export function ProgressBar({ label, done, total }: Props) {
  return (
    <Progress.Root className={styles.progress} value={Math.min(done, total)} max={Math.max(total, 1)}>
      <Progress.Label className={styles.progressLabel}>{label}</Progress.Label>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.indicator} />
      </Progress.Track>
    </Progress.Root>
  );
}
