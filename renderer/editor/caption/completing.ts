import { type Completion, completionAt, namesOfStory } from '../../../story/photo/complete.ts';
import { isComposing } from '../../commands.ts';
import type { Store } from '../../store.ts';
import type { Core } from '../core.ts';

/** The list under a text field: what it offers, and which of it is marked. */
export type OpenList = Completion & { element: HTMLTextAreaElement; at: number };

/** Milliseconds without a key after which names are looked for: nothing is done while one types on. */
const PAUSE = 120;

/**
 * Offers names of the story in the photos' texts under `scope`, after the keystroke has been taken over. An input method's
 * keys are its own: nothing is offered, taken or closed by them. Returns its own undo.
 */
export function registerCompletion(core: Core, scope: string, list: Store<OpenList | null>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where a list was closed with Escape: it stays closed for that word. */
  let refused: { element: Element; from: number } | null = null;

  const close = () => {
    clearTimeout(timer);
    list.set(null);
  };
  const look = (element: HTMLTextAreaElement): Completion | null => {
    const caret = element.selectionStart;
    if (core.composing || element.selectionEnd !== caret) return null;
    const place = [...core.controls.values()].find((control) => control.element === element)?.place;
    const names = namesOfStory(core.story(), place && 'block' in place ? place : undefined);
    return completionAt(names, element.value, caret);
  };
  const offer = (element: HTMLTextAreaElement) => {
    const found = document.activeElement === element ? look(element) : null;
    if (!found || (refused?.element === element && refused.from === found.from)) return list.set(null);
    refused = null;
    list.set({ ...found, element, at: 0 });
  };
  const follow = (target: EventTarget | null) => {
    const element = textOf(target, scope);
    clearTimeout(timer);
    if (element) timer = setTimeout(() => offer(element), PAUSE);
  };
  const onInput = (event: Event) => {
    const isPlain = event instanceof InputEvent && !event.isComposing && !core.composing && !core.correcting;
    if (isPlain) follow(event.target);
    else close();
  };
  // What an input method has written stands there from now on.
  const onComposed = ({ target }: Event) => follow(target);
  const onKeyDown = (event: KeyboardEvent) => {
    const open = list.get();
    if (!open || event.target !== open.element || isComposing(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { length } = open.names;
    if (event.key === 'ArrowDown') list.set({ ...open, at: (open.at + 1) % length });
    else if (event.key === 'ArrowUp') list.set({ ...open, at: (open.at + length - 1) % length });
    else if (event.key === 'Tab' || event.key === 'Enter') takeName(core, list, open.at);
    else if (event.key === 'Escape') {
      refused = open;
      close();
    } else {
      if (/^(?:Arrow|Home|End|Page)/.test(event.key)) close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onLeave = ({ target }: Event) => {
    if (target === list.get()?.element) close();
  };
  // Before anything else takes the keys; the words, once they are taken over.
  document.addEventListener('keydown', onKeyDown, true);
  document.addEventListener('input', onInput);
  document.addEventListener('focusout', onLeave);
  document.addEventListener('pointerdown', onLeave);
  document.addEventListener('compositionstart', close);
  document.addEventListener('compositionend', onComposed);
  return () => {
    close();
    document.removeEventListener('keydown', onKeyDown, true);
    document.removeEventListener('input', onInput);
    document.removeEventListener('focusout', onLeave);
    document.removeEventListener('pointerdown', onLeave);
    document.removeEventListener('compositionstart', close);
    document.removeEventListener('compositionend', onComposed);
  };
}

/** Puts a name of the list in the place of what was typed of it; a step of undo of its own. */
export function takeName(core: Core, list: Store<OpenList | null>, at: number): void {
  const open = list.get();
  const name = open?.names[at];
  list.set(null);
  if (!open || name === undefined) return;
  const { element, from } = open;
  core.correcting = true;
  element.setSelectionRange(from, element.selectionStart);
  // The one way to write that goes into a control's native history.
  document.execCommand('insertText', false, name);
  core.correcting = false;
}

const textOf = (target: EventTarget | null, scope: string): HTMLTextAreaElement | null =>
  target instanceof HTMLTextAreaElement && target.dataset.figureText !== undefined && target.closest(scope)
    ? target
    : null;
