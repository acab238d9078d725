import {
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';

/** After the last change of the selection by keys, and after the mouse has let go, in milliseconds. */
const [BY_KEYS, BY_MOUSE] = [300, 120];

/**
 * Tells when words stand selected in the body and the selection has come to rest (true; again after each edit of them),
 * and when that is over (false). It costs a key only the look at whether the selection is a caret. `bar` is what may have
 * the focus meanwhile; Alt+F10 leads there. Returns its own undo.
 */
export function watchSelected(
  editor: LexicalEditor,
  bar: () => HTMLElement | null,
  tell: (isSelected: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let isDown = false;
  let isTold = false;

  const isSelected = () => {
    const { _selection: selection } = editor.getEditorState();
    return $isRangeSelection(selection) && !selection.isCollapsed();
  };
  const inBody = () => document.activeElement === editor.getRootElement();
  const hide = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    if (isTold) tell(false);
    isTold = false;
  };
  const look = () => {
    const isRight = inBody() || bar()?.contains(document.activeElement);
    if (isDown || !isRight || !isSelected() || editor.isComposing()) return hide();
    isTold = true;
    tell(true);
  };
  const soon = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  };
  const down = (event: PointerEvent) => {
    if (!(event.target instanceof Node) || !editor.getRootElement()?.contains(event.target)) return;
    isDown = true;
    hide();
  };
  const up = () => {
    if (isDown && isSelected()) soon(BY_MOUSE);
    isDown = false;
  };
  const move = () => {
    if (!inBody() && !bar()?.contains(document.activeElement)) hide();
    else if (!isTold && isSelected()) soon(BY_KEYS);
  };
  const again = () => {
    if (isTold) look();
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  document.addEventListener('pointerdown', down, { capture: true, signal });
  for (const name of ['pointerup', 'pointercancel', 'dragend'] as const)
    document.addEventListener(name, up, { capture: true, signal });
  document.addEventListener('focusin', move, { signal });
  document.addEventListener('compositionstart', hide, { capture: true, signal });
  window.addEventListener('resize', again, { signal });

  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves }) => {
      const isEdit = dirtyElements.size + dirtyLeaves.size > 0;
      if (!isSelected()) return hide();
      if (!isEdit && editorState._selection?.is(prevEditorState._selection)) return;
      // What is done to the words leaves them selected: their formats, and where they stand, may have changed.
      if (isEdit && isTold) {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(look);
        return;
      }
      hide();
      soon(BY_KEYS);
    }),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        hide();
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const first = event.altKey && event.key === 'F10' ? bar()?.querySelector('button') : null;
        // Where there is none, the key leads to the toolbar.
        if (!first) return false;
        event.preventDefault();
        first.focus();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
  return () => {
    stop();
    listeners.abort();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
}
