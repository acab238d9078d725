import { $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical';
import { useEffect, useState } from 'react';
import { type OutlineItem, outlineOf } from '../../../story/outline.ts';
import { proposedBody } from '../../../story/review/suggest/reading.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blockAround } from '../../../story/schema/blocks.ts';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';

export type Outline = { items: OutlineItem[]; current: string | null };

/** Without a key for so long, in milliseconds, the outline is read again. */
const QUIET = 400;

/** A story's outline and the item in which the caret is; read after a pause, rendered where it differs. */
export function useOutline(session: StorySession): Outline {
  const [outline, setOutline] = useState(() => read(session));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () =>
      setOutline((before) => {
        const now = read(session);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    const stop = session.subscribe((event) => {
      if (event !== 'body' && event !== 'selection') return;
      clearTimeout(timer);
      timer = setTimeout(refresh, QUIET);
    });
    refresh();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return outline;
}

function read(session: StorySession): Outline {
  const body = proposedBody(session.story());
  const items = outlineOf(body);
  const here = coreOf(session).editor.read('latest', () => {
    const selection = $getSelection();
    const node = $isRangeSelection(selection)
      ? selection.anchor.getNode()
      : $isNodeSelection(selection)
        ? selection.getNodes()[0]
        : null;
    const block = $blockAround(node ?? null);
    return block && $getBlockId(block);
  });
  const known = new Set(items.map(({ id }) => id));
  const at = body.findIndex((block) => block.id === here);
  const current = body.slice(0, at + 1).findLast((block) => known.has(block.id));
  return { items, current: current?.id ?? null };
}
