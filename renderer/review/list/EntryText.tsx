import { useTranslation } from 'react-i18next';
import type { Figure, SolidBlock } from '../../../story/model.ts';
import { comparePlain } from '../../../story/review/compare/pieces.ts';
import { compareTables } from '../../../story/review/compare/solid.ts';
import type { Entry } from '../../../story/review/suggest/entries.ts';
import { fieldText } from '../../fieldText.ts';
import { Photo } from '../../history/Photo.tsx';
import { Pieces } from '../../history/Pieces.tsx';
import { TableText } from '../../history/TableText.tsx';
import { prefs } from '../../state.ts';
import { useStore } from '../../store.ts';
import styles from './list.module.css';

/** So much of a long passage stands in the list; all of it stands on the page. */
const MOST_SHOWN = 400;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
/** A break is seen. */
const shown = (text: string): string => cut(text).replaceAll('\n', '¶ ').trim();

/** What an entry changes, before and after: what goes struck through, what comes underlined, both said aloud. */
export function EntryText({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const { what, before, after, anchor } = entry;
  if (what.kind === 'blocks') return <Blocks blocks={what.blocks} />;
  if (what.kind === 'split' || what.kind === 'join') return null;
  if (what.kind === 'setting' && what.block.type === 'table') {
    const old = { ...what.block, ...what.was } as typeof what.block;
    return <TableText table={compareTables(old, what.block)} block={what.block} side={null} />;
  }
  if (what.kind === 'format' && what.link) {
    const { was, now } = what.link;
    return (
      <>
        <p className={styles.words}>{shown(after)}</p>
        <p className={styles.words}>
          <Pieces pieces={comparePlain(was ?? '', now ?? '')} />
        </p>
      </>
    );
  }
  if (before === after)
    return after.trim() === '' ? <Own entry={entry} /> : <p className={styles.words}>{shown(after)}</p>;
  if (what.kind === 'words') {
    const pieces = [
      { kind: 'removed' as const, text: shown(before) },
      { kind: 'added' as const, text: shown(after) },
    ].filter(({ text }) => text !== '');
    return (
      <p className={styles.words}>
        <Pieces pieces={pieces} />
      </p>
    );
  }
  const read = (text: string) => ('field' in anchor ? fieldText(anchor.field, text, timeZone) : text);
  return (
    <p className={styles.words}>
      <Pieces pieces={comparePlain(read(before), read(after))} />
      {after === '' ? ` ${t('suggest.empty')}` : null}
    </p>
  );
}

/** A block without words: its picture. */
function Own({ entry: { what } }: { entry: Entry }) {
  return what.kind === 'setting' && what.block.type === 'figure' ? <Blocks blocks={[what.block]} /> : null;
}

function Blocks({ blocks }: { blocks: readonly SolidBlock[] }) {
  const { t } = useTranslation();
  return blocks.map((block) => (
    <div key={block.id} className={styles.block}>
      {block.type === 'figure' ? <Photo figure={block as Figure} className={styles.photo} /> : null}
      <p className={styles.words}>{'caption' in block ? shown(block.caption) : t('editor.divider')}</p>
    </div>
  ));
}
