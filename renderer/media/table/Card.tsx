import type { NodeKey } from 'lexical';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Figure, PHOTO_TEXTS, type PhotoText } from '../../../story/model.ts';
import type { PhotoIssue } from '../../../story/photo/check.ts';
import { FigureText } from '../../editor/FigureText.tsx';
import figureStyles from '../../editor/figure.module.css';
import type { StorySession } from '../../editor/types.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { photoAddress } from '../address.ts';
import { PhotoIssues } from '../PhotoIssues.tsx';
import photos from '../photos.module.css';
import styles from './table.module.css';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  figure: Figure;
  issues: readonly PhotoIssue[];
  /** Its place in the story, from 1. */
  number: number;
  chosen: boolean;
  onChoose: () => void;
  onGo: (part: PhotoText) => void;
};

/** One photo on the table, with its texts as they are under it on the page. */
export function Card({ session, nodeKey, figure, issues, number, chosen, onChoose, onGo }: Props) {
  const { t } = useTranslation();
  // The rest is told at its text.
  const missing = issues.filter(({ code }) => code.startsWith('missing'));
  const name = t('photos.number', { number });
  // What nobody has written of it need not be written here.
  const texts = PHOTO_TEXTS.filter((field) => field !== 'copyright' || figure.copyright !== '');
  return (
    <li className={styles.card} data-photo-card={figure.id} data-chosen={chosen}>
      <div className={styles.seen}>
        <img className={styles.picture} src={photoAddress(figure)} alt={figure.alt || name} loading="lazy" />
        <div className={styles.head}>
          <Checkbox label={name} checked={chosen} onChange={onChoose} />
          {issues.length === 0 ? (
            <span className={styles.done}>
              <CircleCheck size={14} aria-hidden="true" /> {t('photos.complete')}
            </span>
          ) : null}
        </div>
        {missing.length > 0 ? (
          <ul className={photos.flags}>
            <PhotoIssues issues={missing} onGo={onGo} />
          </ul>
        ) : null}
      </div>
      <fieldset className={`${figureStyles.figureFrame} ${styles.texts}`} aria-label={name}>
        {texts.map((field) => (
          <FigureText
            key={field}
            session={session}
            nodeKey={nodeKey}
            field={field}
            value={figure[field]}
            unchecked={figure.unchecked.includes(field)}
            drafted={figure.drafted?.includes(field) ?? false}
            readOnly={session.readOnly}
          />
        ))}
      </fieldset>
    </li>
  );
}
