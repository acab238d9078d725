import { RotateCcw, RotateCw } from 'lucide-react';
import { useId } from 'react';
import { frameOf, largest, PAGE_PIXELS, quarterTurn, toFrame, WHOLE } from '../../../story/photo/geometry.ts';
import { acrossRatio, RATIOS, type Ratio, ratioValue } from '../../../story/photo/ratios.ts';
import { drawnSize } from '../../../story/photo/recipe.ts';
import { number } from '../../format.ts';
import { language } from '../../i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useTexts } from '../texts.ts';
import styles from './photoEditor.module.css';
import type { Tool } from './tool.ts';

/** Proportions, turning, straightening, and what is left of the pixels. */
export function CropPanel({ tool }: { tool: Tool }) {
  const t = useTexts();
  const slider = useId();
  const { size, recipe, change, ratio, hold } = tool;
  const { crop, straighten = 0 } = recipe;
  const drawn = drawnSize({ ...size, recipe });
  const pixels = (value: number) => number(value, language());

  const holdTo = (next: Ratio) => {
    const frame = frameOf(size, recipe);
    const value = ratioValue(next, frame);
    if (value === null) return hold(next, recipe);
    const { x, y, width, height } = crop ?? WHOLE;
    // What matters most in the photo stays in the middle, where somebody has said what it is.
    const middle = recipe.focal ? toFrame(size, recipe, recipe.focal) : { x: x + width / 2, y: y + height / 2 };
    hold(next, { ...recipe, crop: largest(value, frame, middle) });
  };
  const turn = (way: 'left' | 'right') => hold(acrossRatio(ratio), quarterTurn(recipe, way));
  const { crop: _, ...uncropped } = recipe;
  const { rotate: __, straighten: ___, ...upright } = recipe;

  return (
    <div className={styles.tools}>
      <Select
        label={t('recipe.ratio')}
        value={ratio}
        items={RATIOS.map((value) => ({
          value,
          label: value === 'free' || value === 'original' ? t(`recipe.ratios.${value}`) : value,
        }))}
        onChange={holdTo}
      />
      <div className={styles.row}>
        <Button icon={RotateCcw} onClick={() => turn('left')}>
          {t('recipe.left')}
        </Button>
        <Button icon={RotateCw} onClick={() => turn('right')}>
          {t('recipe.right')}
        </Button>
      </div>
      <div className={styles.slider}>
        <label htmlFor={slider}>{t('recipe.straighten')}</label>
        <output htmlFor={slider}>{degrees(straighten)}</output>
        <input
          id={slider}
          type="range"
          min={-45}
          max={45}
          step={0.5}
          value={straighten}
          aria-valuetext={degrees(straighten)}
          data-straighten
          onChange={({ currentTarget }) => change({ ...recipe, straighten: Number(currentTarget.value) }, 'straighten')}
        />
      </div>
      <div className={styles.row}>
        <Button kind="quiet" disabled={!crop} onClick={() => hold('free', uncropped)}>
          {t('recipe.resetCrop')}
        </Button>
        <Button
          kind="quiet"
          disabled={!recipe.rotate && straighten === 0}
          onClick={() => {
            // What was cropped lies elsewhere in the upright picture.
            const { crop: ____, ...whole } = upright;
            hold('free', whole);
          }}
        >
          {t('recipe.resetTurn')}
        </Button>
      </div>
      <p className={styles.pixels}>
        {t('recipe.pixels', { width: pixels(drawn.width), height: pixels(drawn.height) })}
      </p>
      {drawn.width < PAGE_PIXELS ? (
        <p className={styles.warning} role="status">
          {t('recipe.few', { width: pixels(drawn.width), needed: pixels(PAGE_PIXELS) })}
        </p>
      ) : null}
      <p className={styles.help}>{t('recipe.cropHelp')}</p>
    </div>
  );
}

const degrees = (value: number): string => `${number(value, language())}°`;
