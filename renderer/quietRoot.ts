import { createRoot, type Root } from 'react-dom/client';

/** What a key and the caret lead to at the editor's body. */
const TYPED: ReadonlySet<string> = new Set([
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'textInput',
  'input',
  'focusin',
  'focusout',
]);

const isBody = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement && element.dataset.body !== undefined;

/**
 * React's root, deaf to what is typed into the editor's body. Lexical alone draws the text there, and nothing above the body
 * has a React handler for these events; at each of them, in both phases, React would look for one through its whole tree.
 * Within a block of the body (a caption, a table's cell) it hears everything, and so does whoever listens without React.
 */
export function createQuietRoot(container: HTMLElement): Root {
  const page = container.ownerDocument;
  const giveBack = [
    hearUnless(container, (event) => TYPED.has(event.type) && isBody(event.target)),
    // Of the caret, which React looks for in the document, for `onSelect`.
    hearUnless(page, (event) => event.type === 'selectionchange' && isBody(page.activeElement)),
  ];
  const root = createRoot(container);
  for (const back of giveBack) back();
  return root;
}

/** What is added to the target's listeners from now on does not hear such events. Returns its own undo. */
function hearUnless(target: EventTarget, isDeaf: (event: Event) => boolean): () => void {
  target.addEventListener = (name, listener, options) => {
    const hear = listener as EventListener;
    const quiet = (event: Event) => {
      if (!isDeaf(event)) hear(event);
    };
    EventTarget.prototype.addEventListener.call(target, name, quiet, options);
  };
  return () => {
    Reflect.deleteProperty(target, 'addEventListener');
  };
}
