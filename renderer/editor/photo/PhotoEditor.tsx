import { useState } from 'react';
import { canonicalJson } from '../../../story/canonical.ts';
import { acrossRatio, type Ratio, ratioOf } from '../../../story/photo/ratios.ts';
import type { Recipe } from '../../../story/photo/recipe.ts';
import { tidyRecipe } from '../../../story/photo/tidy.ts';
import type { FigureData } from '../../../story/schema/figure/node.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useTexts } from '../texts.ts';
import { CropPanel } from './CropPanel.tsx';
import { FocalPanel } from './FocalPanel.tsx';
import { HidePanel } from './HidePanel.tsx';
import styles from './photoEditor.module.css';
import { Stage } from './Stage.tsx';
import { MODES, type Mode, type Tool, VIEWS, type View } from './tool.ts';

type Props = {
  figure: FigureData;
  /** null: the photo as it was taken. */
  onApply: (recipe: Recipe | null) => void;
  onClose: () => void;
};

/** Crops, turns and hides, over the original: what is applied is a recipe, and it opens with it again. */
export function PhotoEditor({ figure, onApply, onClose }: Props) {
  const t = useTexts();
  const [recipe, setRecipe] = useState<Recipe>(figure.recipe ?? {});
  const [mode, setMode] = useState<Mode>('crop');
  const [view, setView] = useState<View>('edit');
  const [ratio, setRatio] = useState<Ratio>(() => ratioOf(figure, figure.recipe ?? {}));
  const [selected, setSelected] = useState<number | null>(null);
  const [isWarned, setWarned] = useState(false);

  const made = tidyRecipe(recipe);
  const isChanged = canonicalJson(made) !== canonicalJson(tidyRecipe(figure.recipe ?? {}));
  const change = (next: Recipe) => {
    setRecipe(next);
    setWarned(false);
    setView('edit');
  };
  const tool: Tool = {
    size: figure,
    photo: figure.photo,
    recipe,
    change,
    mode,
    ratio,
    setRatio,
    selected,
    setSelected,
  };
  const apply = () => {
    if (isChanged) onApply(made);
    onClose();
  };
  // What was done with the mouse for minutes does not go with one press of Escape.
  const leave = () => {
    if (isChanged && !isWarned) setWarned(true);
    else onClose();
  };
  const asTaken = () => {
    change({});
    setRatio('free');
    setSelected(null);
  };

  return (
    <Dialog
      open
      size="full"
      title={t('recipe.title')}
      onClose={leave}
      actions={
        <>
          <p className={styles.note} role="status">
            {isWarned ? t('recipe.notApplied') : t('recipe.hint')}
          </p>
          <Button kind="quiet" disabled={made === null} onClick={asTaken}>
            {t('recipe.asTaken')}
          </Button>
          <Button onClick={onClose}>{isWarned ? t('recipe.drop') : t('recipe.cancel')}</Button>
          <Button kind="primary" onClick={apply}>
            {t('recipe.apply')}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <Stage tool={tool} view={view} />
        <div className={styles.panel}>
          <Segments
            label={t('recipe.view')}
            value={view}
            items={VIEWS.map((value) => ({ value, label: t(`recipe.views.${value}`) }))}
            onChange={setView}
          />
          <Segments
            label={t('recipe.mode')}
            value={mode}
            items={MODES.map((value) => ({ value, label: t(`recipe.modes.${value}`) }))}
            onChange={(next) => {
              setMode(next);
              setView('edit');
            }}
          />
          {mode === 'crop' ? <CropPanel tool={tool} onTurned={() => setRatio(acrossRatio(ratio))} /> : null}
          {mode === 'hide' ? <HidePanel tool={tool} /> : null}
          {mode === 'focal' ? <FocalPanel tool={tool} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
