import type { Anchor, FieldName, Thread } from '../story/model.ts';
import { coreOf } from './editor/core.ts';
import { controlAt } from './editor/places.ts';
import { revealBlock } from './editor/reveal.ts';
import type { StorySession } from './editor/types.ts';
import { foldOf, setFold } from './inspector/folds.ts';
import { openInspector } from './state.ts';

/** Scrolls to a place of the open story and puts the caret there: a field, a photo's text, the words of a thread; null: the body. */
export function goTo(session: StorySession, anchor: Anchor | null): void {
  if (anchor && 'field' in anchor && foldOf(anchor.field)) {
    unfold(anchor.field);
    whenShown(() => elementOf(session, anchor), focusOn);
    return;
  }
  const story = session.story();
  const element = elementOf(session, anchor);
  if (element) {
    focusOn(element);
    return;
  }
  const place = JSON.stringify(anchor);
  const thread = Object.values(story.threads).find((one) => !one.resolved && JSON.stringify(one.anchor) === place);
  if (thread) session.reveal(thread.id);
  else if (anchor && 'block' in anchor) revealBlock(coreOf(session), anchor.block);
}

/** Opens the part of the Story tab that a field is in. The focus stays where it is. */
export function unfold(name: FieldName): void {
  const fold = foldOf(name);
  if (fold) setFold(fold, true);
  openInspector('story');
}

/** Opens the part of the window that a field is in. Resolves when it is there; false: it does not come. */
export function uncover(session: StorySession, place: Anchor): Promise<boolean> {
  if (!('field' in place) || !foldOf(place.field)) return Promise.resolve(false);
  unfold(place.field);
  return new Promise((done) =>
    whenShown(
      () => controlAt(coreOf(session), place),
      () => done(true),
      () => done(false),
    ),
  );
}

/** Scrolls to what a thread is about and selects it. */
export function goToThread(session: StorySession, { id, anchor }: Thread): void {
  if ('field' in anchor && foldOf(anchor.field)) goTo(session, anchor);
  else session.reveal(id);
}

function focusOn(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
}

/** Looks for what is about to be rendered: in this frame or one of the next. */
function whenShown<E extends HTMLElement>(
  find: () => E | null,
  use: (element: E) => void,
  giveUp = () => {},
  frames = 20,
): void {
  const found = find();
  if (found) use(found);
  else if (frames > 0) requestAnimationFrame(() => whenShown(find, use, giveUp, frames - 1));
  else giveUp();
}

function elementOf(session: StorySession, anchor: Anchor | null): HTMLElement | null {
  if (anchor === null) return document.querySelector<HTMLElement>('[data-body]');
  if ('field' in anchor) return document.querySelector<HTMLElement>(`[data-field="${anchor.field}"]`);
  return controlAt(coreOf(session), anchor);
}
