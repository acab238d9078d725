import { SquareDashed, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { fromFrame, placed, WHOLE } from '../../../story/photo/geometry.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useTexts } from '../texts.ts';
import { removeArea, setArea } from './HiddenAreas.tsx';
import styles from './photoEditor.module.css';
import type { Tool } from './tool.ts';

/** The hidden areas as a list: each blurred or pixelated, and taken away again. */
export function HidePanel({ tool }: { tool: Tool }) {
  const t = useTexts();
  const { recipe, size, change, selected, setSelected } = tool;
  const areas = recipe.hide ?? [];
  const list = useRef<HTMLOListElement>(null);

  const add = () => {
    const crop = recipe.crop ?? WHOLE;
    const middle = fromFrame(size, recipe, { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 });
    const side = Math.min(size.width, size.height) * 0.2;
    const [width, height] = [side / size.width, side / size.height];
    const area = placed({ x: middle.x - width / 2, y: middle.y - height / 2, width, height });
    change({ ...recipe, hide: [...areas, { ...area, how: areas.at(-1)?.how ?? 'blur' }] });
    setSelected(areas.length);
    // Its place on the picture is what comes next.
    requestAnimationFrame(() =>
      list.current?.ownerDocument.querySelector<HTMLElement>(`[data-area="${areas.length + 1}"]`)?.focus(),
    );
  };

  return (
    <div className={styles.tools}>
      <Button icon={SquareDashed} data-add-area disabled={areas.length >= 50} onClick={add}>
        {t('recipe.addArea')}
      </Button>
      <ol ref={list} className={styles.areas}>
        {areas.map((area, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an area is known by its place in the list, and by nothing else
          <li key={index} data-selected={selected === index || undefined}>
            <span className={styles.areaNumber}>{index + 1}</span>
            <Segments
              label={t('recipe.areaHow', { number: String(index + 1) })}
              value={area.how}
              items={(['blur', 'pixelate'] as const).map((value) => ({ value, label: t(`recipe.how.${value}`) }))}
              onChange={(how) => {
                setArea(tool, index, { ...area, how });
                setSelected(index);
              }}
            />
            <IconButton
              icon={Trash2}
              label={t('recipe.removeArea', { number: String(index + 1) })}
              onClick={() => removeArea(tool, index)}
            />
          </li>
        ))}
      </ol>
      <p className={styles.help}>{t('recipe.hideHelp')}</p>
      <p className={styles.help}>{t('recipe.hideForGood')}</p>
    </div>
  );
}
