import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { canonicalJson } from '../../../story/canonical.ts';
import { type Ratio, ratioOf } from '../../../story/photo/ratios.ts';
import type { Recipe } from '../../../story/photo/recipe.ts';
import { tidyRecipe } from '../../../story/photo/tidy.ts';
import type { FigureData } from '../../../story/schema/figure/node.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useTexts } from '../texts.ts';
import { CropPanel } from './CropPanel.tsx';
import { FocalPanel } from './FocalPanel.tsx';
import { HidePanel } from './HidePanel.tsx';
import styles from './photoEditor.module.css';
import { Stage } from './Stage.tsx';
import { useSteps } from './steps.ts';
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
  const [steps, step] = useSteps<{ recipe: Recipe; ratio: Ratio }>({
    recipe: figure.recipe ?? {},
    ratio: ratioOf(figure, figure.recipe ?? {}),
  });
  const [mode, setMode] = useState<Mode>('crop');
  const [view, setView] = useState<View>('edit');
  const [selected, setSelected] = useState<number | null>(null);
  const [isWarned, setWarned] = useState(false);

  const { recipe, ratio } = steps.now;
  const made = tidyRecipe(recipe);
  const isChanged = canonicalJson(made) !== canonicalJson(tidyRecipe(figure.recipe ?? {}));
  const to = (next: Parameters<typeof step>[0]) => {
    step(next);
    setWarned(false);
    setView('edit');
  };
  const change = (next: Recipe, gesture?: unknown) => to({ to: { recipe: next, ratio }, gesture });
  const hold = (held: Ratio, next: Recipe) => to({ to: { recipe: next, ratio: held } });
  useUndoKeys(to);
  const tool: Tool = {
    size: figure,
    photo: figure.photo,
    recipe,
    change,
    mode,
    ratio,
    hold,
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
    hold('free', {});
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
          <IconButton
            icon={Undo2}
            label={t('recipe.undo')}
            keys="Mod+Z"
            disabled={steps.past.length === 0}
            onClick={() => to('undo')}
          />
          <IconButton
            icon={Redo2}
            label={t('recipe.redo')}
            keys="Mod+Shift+Z"
            disabled={steps.future.length === 0}
            onClick={() => to('redo')}
          />
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
          {mode === 'crop' ? <CropPanel tool={tool} /> : null}
          {mode === 'hide' ? <HidePanel tool={tool} /> : null}
          {mode === 'focal' ? <FocalPanel tool={tool} /> : null}
        </div>
      </div>
    </Dialog>
  );
}

/** Undo and redo by their keys, wherever the focus is: nothing else in the window takes them meanwhile. */
function useUndoKeys(onStep: (step: 'undo' | 'redo') => void): void {
  const latest = useRef(onStep);
  latest.current = onStep;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.altKey || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}
