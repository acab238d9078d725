import type { NodeKey } from 'lexical';
import { Crop, ImageOff, Images, Trash2 } from 'lucide-react';
import { type CSSProperties, memo, useRef, useState } from 'react';
import { PHOTO_TEXTS, type PhotoText } from '../../story/model.ts';
import { drawnSize } from '../../story/photo/recipe.ts';
import type { FigureData } from '../../story/schema/figure/node.ts';
import { photoAddress } from '../media/address.ts';
import { captionChanged } from '../media/photo/description.ts';
import { coreOf } from './core.ts';
import { FigureText } from './FigureText.tsx';
import styles from './figure.module.css';
import { removeSolid, toggleGallery } from './figures.ts';
import { GalleryPart } from './GalleryPart.tsx';
import { openPhotoEditor } from './photo/open.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';
import { useSolid } from './useSolid.ts';

type Props = { session: StorySession; nodeKey: NodeKey; data: FigureData; readOnly: boolean };

/** A figure on the page: the photo, and its texts in ordinary text fields under it. */
export const FigureView = memo(function FigureView({ session, nodeKey, data, readOnly }: Props) {
  const t = useTexts();
  const [broken, setBroken] = useState('');
  const frame = useRef<HTMLFieldSetElement>(null);
  const { editor } = coreOf(session);
  const address = photoAddress(data);
  const size = drawnSize(data);

  useSolid(session, nodeKey, frame);

  const remove = () => {
    removeSolid(editor, nodeKey);
    editor.focus();
  };
  const askDescription = (before: string, now: string) => void captionChanged(data.photo, before, now);
  const text = (field: PhotoText) => (
    <FigureText
      key={field}
      session={session}
      nodeKey={nodeKey}
      field={field}
      value={data[field]}
      unchecked={data.unchecked.includes(field)}
      drafted={data.drafted?.includes(field) ?? false}
      readOnly={readOnly}
      {...(field === 'caption' && { onLeave: askDescription })}
    />
  );

  return (
    <fieldset ref={frame} className={styles.figureFrame} aria-label={t('figureNamed', { caption: data.caption })}>
      <div className={styles.photo} data-photo data-handle>
        {broken === address ? (
          <p className={styles.broken}>
            <ImageOff size={20} aria-hidden="true" /> {t('photoMissing')}
          </p>
        ) : (
          <img
            key={address}
            src={address}
            alt={data.alt}
            style={{ '--photo-width': size.width, '--photo-height': size.height } as CSSProperties}
            draggable={false}
            onError={() => setBroken(address)}
          />
        )}
        {readOnly ? null : (
          <div className={styles.figureTools}>
            <button
              type="button"
              aria-label={t('recipe.edit')}
              aria-haspopup="dialog"
              title={t('recipe.edit')}
              onClick={() => openPhotoEditor(nodeKey)}
            >
              <Crop size={16} aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={t('gallery')}
              aria-pressed={data.gallery === true}
              title={t('galleryHint')}
              onClick={() => toggleGallery(editor, nodeKey)}
            >
              <Images size={16} aria-hidden="true" />
            </button>
            <button type="button" aria-label={t('figureDelete')} title={t('figureDelete')} onClick={remove}>
              <Trash2 size={16} aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
      {data.gallery ? <GalleryPart session={session} nodeKey={nodeKey} data={data} readOnly={readOnly} /> : null}
      <div className={styles.figureTexts}>{PHOTO_TEXTS.map(text)}</div>
    </fieldset>
  );
});
