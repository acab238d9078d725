import { useTranslation } from 'react-i18next';
import { PHOTOS_TYPE } from '../../editor/drop.ts';
import { rowOf } from '../../library/useRows.ts';
import { useStore } from '../../store.ts';
import { showPhoto } from '../photo/open.ts';
import { PhotoCell } from './PhotoCell.tsx';
import styles from './photoLibrary.module.css';
import { putIntoStory } from './put.ts';
import { chosen, closePhotos, isDragging } from './state.ts';
import { useGrid } from './useGrid.ts';

/** The photos found: arrows go, Space chooses, Shift extends, Enter tells about one, Ctrl+Enter puts what is chosen into the story. */
export function PhotoGrid() {
  const { t } = useTranslation();
  const grid = useGrid();
  const on = useStore(chosen);
  const { current, listing } = grid;
  return (
    <div ref={grid.scroller} className={styles.scroller} onScroll={grid.onScroll}>
      <div
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('photos.library.grid')}
        aria-activedescendant={current ? `photo-${current.id}` : undefined}
        tabIndex={0}
        data-photos=""
        className={styles.grid}
        style={{ height: grid.height }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || grid.onKey(event)) return;
          if (event.key === 'Escape' && on.size > 0) chosen.set(new Map());
          else if (event.key === 'Escape') closePhotos();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            const hashes = on.size > 0 ? [...on.keys()] : current ? [current.id] : [];
            if (hashes.length > 0) void putIntoStory(hashes);
          } else if (event.key === 'Enter' && current) showPhoto(current.id);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onClick={(event) => {
          const index = rowOf(event.target);
          const row = index === null ? null : grid.rowAt(index);
          if (index === null || !row) return;
          if (event.detail === 2) showPhoto(row.id);
          else grid.press(index, event.shiftKey);
        }}
        onDragStart={(event) => {
          const index = rowOf(event.target);
          const row = index === null ? null : grid.rowAt(index);
          if (!row) return;
          const hashes = on.has(row.id) ? [...on.keys()] : [row.id];
          event.dataTransfer.setData(PHOTOS_TYPE, JSON.stringify(hashes));
          event.dataTransfer.effectAllowed = 'copy';
          // Not before the browser has drawn what hangs at the pointer.
          setTimeout(() => isDragging.set(true));
        }}
        onDragEnd={() => isDragging.set(false)}
      >
        <div
          role="presentation"
          className={styles.rows}
          style={{ top: grid.above, gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}
        >
          {grid.shown.map(({ index, row }) =>
            row ? (
              <PhotoCell
                key={row.id}
                row={row}
                index={index}
                count={listing.total ?? 0}
                isChosen={on.has(row.id)}
                isCurrent={index === grid.at}
              />
            ) : (
              <div key={index} className={styles.cell} role="presentation" />
            ),
          )}
        </div>
      </div>
    </div>
  );
}
