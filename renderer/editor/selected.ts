import { $getSelection, $isRangeSelection } from 'lexical';
import { type Counts, countText } from '../../story/text/counts.ts';
import type { Core } from './core.ts';

/** The text that is selected where the person was last, in a control or the body, blocks on lines of their own; or ''. */
export function selectedText(core: Core): string {
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace)?.element;
  if (control) return control.value.slice(control.selectionStart ?? 0, control.selectionEnd ?? 0);
  return core.editor.read('latest', () => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
  });
}

/** Its words and characters, or null where nothing is selected. */
export function selectedCounts(core: Core): Counts | null {
  const text = selectedText(core);
  return text === '' ? null : countText(text);
}
