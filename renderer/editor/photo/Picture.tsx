import { ImageOff } from 'lucide-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { turnOf } from '../../../story/photo/geometry.ts';
import type { Recipe, Rect, Size } from '../../../story/photo/recipe.ts';
import { photoAddress } from '../../media/address.ts';
import { useTexts } from '../texts.ts';
import { HiddenAreas } from './HiddenAreas.tsx';
import styles from './photoEditor.module.css';
import type { Tool } from './tool.ts';

type Props = {
  tool: Tool;
  /** What is made of it here. */
  recipe: Recipe;
  /** CSS pixels of one of the original's. */
  scale: number;
  alt: string;
  /** The frame in which areas are moved and pulled; none: they are only shown. */
  edited?: RefObject<HTMLElement | null>;
  /** What lies in the picture and turns with it. */
  children?: ReactNode;
};

/** The preview of an original, turned and straightened by CSS, its hidden areas as they will look. It fills its frame. */
export function Picture({ tool, recipe, scale, alt, edited, children }: Props) {
  const t = useTexts();
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [isBroken, setBroken] = useState(false);
  const { size, photo } = tool;
  return (
    <div className={styles.picture}>
      <div
        className={styles.turned}
        style={{
          width: size.width * scale,
          height: size.height * scale,
          transform: `translate(-50%, -50%) rotate(${turnOf(recipe)}deg)`,
        }}
      >
        {isBroken ? (
          <p className={styles.broken}>
            <ImageOff size={20} aria-hidden="true" /> {t('photoMissing')}
          </p>
        ) : (
          <img
            src={photoAddress({ photo })}
            alt={alt}
            draggable={false}
            onLoad={({ currentTarget }) => setImage(currentTarget)}
            onError={() => setBroken(true)}
          />
        )}
        <HiddenAreas areas={recipe.hide ?? []} tool={tool} image={image} edited={edited} />
        {children}
      </div>
    </div>
  );
}

/** Where a frame of that size lies in the hole through which a part of it is seen. */
export const frameStyle = ({ width, height }: Size, cut: Rect, scale: number) => ({
  width: width * scale,
  height: height * scale,
  left: -cut.x * width * scale,
  top: -cut.y * height * scale,
});

/** The hole's own size. */
export const holeStyle = ({ width, height }: Size, cut: Rect, scale: number) => ({
  width: width * cut.width * scale,
  height: height * cut.height * scale,
});
