import { correctionAt } from '../../../story/text/corrections/correction.ts';
import type { Core } from '../core.ts';
import { typing } from './rules.ts';

/** Fields that are no prose: dates, addresses, names, codes. */
const PROSE = /^(kicker|headline\w*|standfirst|caption|alt)$/i;

/**
 * Typography and the house's list in the story's fields and the photos' texts, after the keystroke has been taken over,
 * in a way that the field's own undo knows. Returns its own undo.
 */
export function registerFieldTyping(core: Core): () => void {
  const { memory, language } = core;
  const isProse = ({ dataset }: HTMLTextAreaElement) =>
    dataset.cell !== undefined || PROSE.test(dataset.field ?? dataset.figureText ?? '');
  const act = (event: Event) => {
    const element = event.target;
    if (!(event instanceof InputEvent) || !(element instanceof HTMLTextAreaElement)) return;
    // What comes back stands selected: the next key must not take it away.
    if (event.inputType === 'historyUndo' && memory.undone())
      element.setSelectionRange(element.selectionEnd, element.selectionEnd);
    const isPlain = event.inputType === 'insertText' && !event.isComposing && !core.composing && !core.correcting;
    const caret = element.selectionStart;
    if (!isPlain || event.data?.length !== 1 || element.selectionEnd !== caret || !isProse(element)) return;
    const text = element.value.slice(0, caret);
    const [key] = [...core.controls].find(([, control]) => control.element === element) ?? [];
    if (key === undefined || !text.endsWith(event.data) || memory.isRefused(key, text)) return;
    const correction = correctionAt(text.slice(0, -1), event.data, language(), typing.get());
    if (!correction) return;
    const entry = correction.entry === null ? null : { typed: correction.entry, language: language() };
    memory.done(key, text, () => core.controls.get(key)?.element.value ?? '', entry);
    core.correcting = true;
    element.setSelectionRange(correction.from, caret);
    // The one way to write that goes into a control's native history.
    document.execCommand('insertText', false, correction.insert + text.slice(correction.to));
    // What is typed next is a step of its own: a caret that moves ends one.
    const end = element.selectionStart;
    element.setSelectionRange(0, 0);
    element.setSelectionRange(end, end);
    core.correcting = false;
  };
  // Behind React's own listener: what was typed is taken over first.
  document.addEventListener('input', act);
  return () => document.removeEventListener('input', act);
}
