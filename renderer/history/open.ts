import { $getSelection } from 'lexical';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround } from '../../story/schema/blocks.ts';
import { call } from '../api.ts';
import { coreOf } from '../editor/core.ts';
import type { StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { lookBack } from './state.ts';

/** Shows the story's versions over the desk, or goes back to the text. What was typed is saved first, so that it is one of them. */
export async function toggleHistory(session: StorySession): Promise<void> {
  if (lookBack.get()?.kind === 'versions') {
    lookBack.set(null);
    return;
  }
  await session.flush('blur'); // where it fails, the status line says so; the versions can be read all the same
  lookBack.set({ kind: 'versions', storyId: session.storyId });
}

/** Shows the past of the paragraph, or of the photo, in which the person is. */
export async function openPast(session: StorySession): Promise<void> {
  const blockId = blockOfCaret(session);
  if (!blockId) {
    notice(t('history.pastWhere'));
    return;
  }
  await session.flush('blur');
  lookBack.set({ kind: 'paragraph', storyId: session.storyId, blockId });
}

/** Shows the three versions that the last merge was made of. */
export async function openLastMerge(session: StorySession): Promise<void> {
  const read = await call('review.lastMerge', { storyId: session.storyId });
  if (!read.ok) problem(read);
  else if (read.value) lookBack.set({ kind: 'merge', storyId: session.storyId, merge: read.value });
  else notice(t('compare.noMerge'));
}

/** The block that the caret was in last; null: it was in a field, or nowhere. */
function blockOfCaret(session: StorySession): string | null {
  const core = coreOf(session);
  if (core.lastPlace === null) return null;
  const place = core.controls.get(core.lastPlace)?.place;
  if (place) return 'block' in place ? place.block : null;
  return core.editor.read(() => {
    const block = $blockAround($getSelection()?.getNodes()[0] ?? null);
    return block && $getBlockId(block);
  });
}

/** Puts the caret back to where the person was in the text. */
export function backToText(session: StorySession): void {
  const core = coreOf(session);
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace);
  if (control) control.element.focus({ preventScroll: true });
  else core.editor.focus();
}
