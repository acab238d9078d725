import { Crosshair } from 'lucide-react';
import { fromFrame, WHOLE } from '../../../story/photo/geometry.ts';
import { Button } from '../../ui/Button.tsx';
import { useTexts } from '../texts.ts';
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
    </div>
  );
}
