import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedColumn } from '../../preload/contract.ts';
import { articleToHtml } from '../../story/formats/html/index.ts';
import type { Story } from '../../story/model.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Segments } from '../ui/Segments.tsx';
import { COLUMN_STYLESHEET } from './columnSheet.ts';
import { Frame } from './Frame.tsx';
import { type Length, measure } from './measure.ts';
import styles from './preview.module.css';

const HOUSE: PrintedColumn = { width: 50, columns: 1, size: 9, leading: 11, justified: true };
const ZOOMS = ['100', '150', '200'] as const;

/** The text as the paper sets it, with its length in lines and column centimetres. */
export function Column({ story }: { story: Story }) {
  const { t } = useTranslation();
  const column = useStore(prefs).printedColumn ?? HOUSE;
  const [zoom, setZoom] = useState<(typeof ZOOMS)[number]>('150');
  const [length, setLength] = useState<Length | null>(null);
  const set = (patch: Partial<PrintedColumn>) => void setPrefs({ printedColumn: { ...column, ...patch } });
  const photos = story.body.filter((block) => block.type === 'figure').length;
  // In print there is one headline: the story's own.
  const printed: Story = { ...story, fields: { ...story.fields, headlineWeb: '' } };
  return (
    <div className={styles.print}>
      <div className={styles.settings}>
        <NumberField
          label={t('preview.width')}
          unit="mm"
          value={column.width}
          min={20}
          max={300}
          step={1}
          onChange={(width) => set({ width })}
        />
        <NumberField
          label={t('preview.columns')}
          value={column.columns}
          min={1}
          max={6}
          step={1}
          onChange={(columns) => set({ columns: Math.round(columns) })}
        />
        <NumberField
          label={t('preview.size')}
          unit="pt"
          value={column.size}
          min={5}
          max={24}
          step={0.5}
          onChange={(size) => set({ size })}
        />
        <NumberField
          label={t('preview.leading')}
          unit="pt"
          value={column.leading}
          min={5}
          max={48}
          step={0.5}
          onChange={(leading) => set({ leading })}
        />
        <Segments
          label={t('preview.setting')}
          value={column.justified ? 'justified' : 'ragged'}
          items={(['justified', 'ragged'] as const).map((value) => ({ value, label: t(`preview.${value}`) }))}
          onChange={(value) => set({ justified: value === 'justified' })}
        />
        <Segments
          label={t('preview.zoom')}
          value={zoom}
          items={ZOOMS.map((value) => ({ value, label: `${value} %` }))}
          onChange={setZoom}
        />
      </div>
      <p className={styles.length} role="status">
        {length ? <LengthText length={length} columns={column.columns} photos={photos} /> : null}
      </p>
      <div className={styles.paper}>
        <Frame
          title={t('preview.column')}
          bundledFaces
          className={styles[`zoom${zoom}`]}
          html={articleToHtml(printed, new Map())}
          stylesheet={COLUMN_STYLESHEET}
          language={story.language}
          properties={{
            '--width': `${column.width}mm`,
            '--columns': `${column.columns}`,
            '--set': `${column.columns}`,
            '--size': `${column.size}pt`,
            '--leading': `${column.leading}pt`,
            '--align': column.justified ? 'justify' : 'start',
          }}
          onShown={(page) => setLength(measure(page, column.leading))}
        />
      </div>
    </div>
  );
}

function LengthText({ length, columns, photos }: { length: Length; columns: number; photos: number }) {
  const { t } = useTranslation();
  const shown = (value: number) => number(value, language());
  return (
    <>
      <strong>
        {t('preview.lines', { count: length.lines, lines: shown(length.lines) })} ·{' '}
        {t('preview.columnCm', { cm: shown(length.columnCm) })}
      </strong>
      {columns > 1 ? ` (${t('preview.depth', { columns, cm: shown(length.depthCm) })})` : null}
      {length.headline > 0 ? ` · ${t('preview.headlineLines', { count: length.headline })}` : null}
      {length.standfirst > 0 ? ` · ${t('preview.standfirstLines', { count: length.standfirst })}` : null}
      {photos > 0 ? ` · ${t('preview.photosApart', { count: photos })}` : null}
    </>
  );
}
