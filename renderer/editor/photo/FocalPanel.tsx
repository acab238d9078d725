import { Crosshair } from 'lucide-react';
import { focalCut, frameOf, fromFrame, WHOLE } from '../../../story/photo/geometry.ts';
import type { Rect } from '../../../story/photo/recipe.ts';
import { Button } from '../../ui/Button.tsx';
import { useTexts } from '../texts.ts';
import { frameStyle, holeStyle, Picture } from './Picture.tsx';
import styles from './photoEditor.module.css';
import type { Tool } from './tool.ts';

/** The point that narrower cuts keep: a card, a thumbnail, a phone. */
export function FocalPanel({ tool }: { tool: Tool }) {
  const t = useTexts();
  const { recipe, size, change } = tool;
  const { focal, ...rest } = recipe;
  const put = () => {
    const crop = recipe.crop ?? WHOLE;
    change({ ...rest, focal: fromFrame(size, recipe, { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }) });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-focal]')?.focus());
  };
  return (
    <div className={styles.tools}>
      {focal ? (
        <Button onClick={() => change(rest)}>{t('recipe.noFocal')}</Button>
      ) : (
        <Button icon={Crosshair} onClick={put}>
          {t('recipe.setFocal')}
        </Button>
      )}
      <p className={styles.help}>{t('recipe.focalHelp')}</p>
      <div className={styles.cuts}>
        <Cut tool={tool} name="card" ratio={1.91} width={160} />
        <Cut tool={tool} name="square" ratio={1} width={84} />
      </div>
    </div>
  );
}

/** What of the photo a tighter cut shows. */
function Cut({ tool, name, ratio, width }: { tool: Tool; name: 'card' | 'square'; ratio: number; width: number }) {
  const t = useTexts();
  const { size, recipe } = tool;
  const whole = frameOf(size, recipe);
  const cut = inside(recipe.crop ?? WHOLE, focalCut({ ...size, recipe }, ratio));
  const scale = width / (whole.width * cut.width);
  return (
    <figure data-cut={name}>
      <div className={styles.hole} style={holeStyle(whole, cut, scale)}>
        <div className={styles.frame} style={frameStyle(whole, cut, scale)}>
          <Picture tool={tool} recipe={recipe} scale={scale} alt="" />
        </div>
      </div>
      <figcaption>{t(`recipe.cuts.${name}`)}</figcaption>
    </figure>
  );
}

/** A part of a part. */
const inside = (outer: Rect, part: Rect): Rect => ({
  x: outer.x + part.x * outer.width,
  y: outer.y + part.y * outer.height,
  width: part.width * outer.width,
  height: part.height * outer.height,
});
