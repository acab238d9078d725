import { readableFingerprint } from '../format.ts';
import styles from './review.module.css';

/** A key's fingerprint, to be read aloud. */
export function Fingerprint({ fingerprint }: { fingerprint: string }) {
  return <code className={styles.fingerprint}>{readableFingerprint(fingerprint)}</code>;
}
