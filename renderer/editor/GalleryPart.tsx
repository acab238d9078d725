import type { NodeKey } from 'lexical';
import type { FigureData } from '../../story/schema/figure/node.ts';
import { Segments } from '../ui/Segments.tsx';
import { coreOf } from './core.ts';
import { FigureText } from './FigureText.tsx';
import styles from './figure.module.css';
import { setGalleryColumns } from './figures.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Props = { session: StorySession; nodeKey: NodeKey; data: FigureData; readOnly: boolean };

const COLUMNS = ['auto', '1', '2', '3'] as const;

/** What belongs to a gallery as a whole; seen at its first photo alone, and wherever it has been said (grouped.ts). */
export function GalleryPart({ session, nodeKey, data, readOnly }: Props) {
  const t = useTexts();
  const value = data.columns ? (String(data.columns) as '1' | '2' | '3') : 'auto';
  return (
    <div className={styles.galleryPart}>
      {readOnly ? null : (
        <div className={styles.galleryColumns}>
          <span aria-hidden="true">{t('galleryColumns')}</span>
          <Segments
            label={t('galleryColumns')}
            value={value}
            items={COLUMNS.map((count) => ({
              value: count,
              label: count === 'auto' ? t('galleryColumnsAuto') : count,
            }))}
            onChange={(count) =>
              setGalleryColumns(coreOf(session).editor, nodeKey, count === 'auto' ? null : (Number(count) as 1 | 2 | 3))
            }
          />
        </div>
      )}
      <FigureText
        session={session}
        nodeKey={nodeKey}
        field="galleryCaption"
        value={data.galleryCaption ?? ''}
        unchecked={false}
        readOnly={readOnly}
      />
    </div>
  );
}
