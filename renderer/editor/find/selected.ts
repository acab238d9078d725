import { $getSelection, $isRangeSelection } from 'lexical';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';

/** Longer selections are a place to look in, not what to look for. */
const MOST = 200;

/** The words on one line that are selected on the page, where the person was last; '' where none are. */
export function selectedWords(session: StorySession): string {
  const core = coreOf(session);
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace)?.element;
  const words = control
    ? control.value.slice(control.selectionStart ?? 0, control.selectionEnd ?? 0)
    : core.editor.read('latest', () => {
        const selection = $getSelection();
        return $isRangeSelection(selection) ? selection.getTextContent() : '';
      });
  return words.length > MOST || words.includes('\n') ? '' : words;
}
