import { useTranslation } from 'react-i18next';
import type { PhotoText } from '../../story/model.ts';
import type { PhotoIssue } from '../../story/photo/check.ts';
import styles from './photos.module.css';

/** What to look at in a photo's texts, each leading to its field; last, what else there is to say. */
export function PhotoIssues({ issues, onGo }: { issues: readonly PhotoIssue[]; onGo: (part: PhotoText) => void }) {
  const { t } = useTranslation();
  return issues.map(({ code, part, words = '', other = '' }) => (
    <li key={code + part + words}>
      <button
        type="button"
        className={code.startsWith('missing') ? styles.missing : styles.unchecked}
        onClick={() => onGo(part)}
      >
        {t(`photos.issue.${code}`, { words, other })}
      </button>
    </li>
  ));
}
