import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { $isElementNode, $isParagraphNode, COMMAND_PRIORITY_LOW, type EditorState, type NodeKey } from 'lexical';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { SolidData } from '../../story/schema/solid.ts';
import { BlockHandle } from './blocks/BlockHandle.tsx';
import styles from './body.module.css';
import { NameList } from './caption/NameList.tsx';
import { coreOf } from './core.ts';
import { FloatingToolbar } from './floating/FloatingToolbar.tsx';
import { highlightThreads } from './highlights.ts';
import { LinkPopover } from './link/LinkPopover.tsx';
import './suggest/marks.module.css';
import { SolidView } from './SolidView.tsx';
import { SlashMenu } from './slash/SlashMenu.tsx';
import { paintSuggestions } from './suggest/paint.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Props = {
  session: StorySession;
  readOnly: boolean;
  onPastePhotos: (files: File[]) => void;
  onInsertPhoto?: (() => void) | undefined;
  onComment?: (() => void) | undefined;
};

/** The body: Lexical's own page, and a portal into it for each block that is no text. React renders here only when one of those changes. */
export function Body({ session, readOnly, onPastePhotos, onInsertPhoto, onComment }: Props) {
  const t = useTexts();
  const core = coreOf(session);
  const { editor } = core;
  const root = useRef<HTMLDivElement>(null);
  const hint = useRef<HTMLDivElement>(null);
  const text = useRef(t);
  text.current = t;
  const pastePhotos = useRef(onPastePhotos);
  pastePhotos.current = onPastePhotos;
  const [solids, setSolids] = useState<Record<NodeKey, SolidData>>({});

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const showHint = () => {
      const hidden = !isEmptyBody(editor.getEditorState()) || editor.isComposing();
      // Setting what is set already would have the browser look at its styles again, at every key.
      if (hint.current && hint.current.hidden !== hidden) hint.current.hidden = hidden;
    };
    const arrive = () => {
      core.lastPlace = 'body';
      core.emit('selection');
    };
    const stops = [
      editor.registerDecoratorListener((all) => setSolids(all as Record<NodeKey, SolidData>)),
      editor.registerUpdateListener(showHint),
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (files) => {
          pastePhotos.current(files);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ];
    editor.setRootElement(element);
    setSolids(editor.getDecorators<SolidData>());
    const highlights = highlightThreads(core);
    const suggested = paintSuggestions(core, () => text.current('movedFrom'));
    stops.push(
      suggested.stop,
      session.subscribe((event) => event === 'suggestions' && suggested.repaint()),
      highlights.stop,
      session.subscribe((event) => event === 'threads' && highlights.repaint()),
    );
    element.addEventListener('focus', arrive);
    showHint();
    return () => {
      for (const stop of stops) stop();
      element.removeEventListener('focus', arrive);
      editor.setRootElement(null);
    };
  }, [session, core, editor]);

  return (
    <div className={styles.bodyFrame}>
      {/* biome-ignore lint/a11y/useSemanticElements: Lexical edits an element, a textarea has no blocks. */}
      <div
        ref={root}
        className={styles.body}
        contentEditable={!readOnly}
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-readonly={readOnly}
        aria-label={t('body')}
        spellCheck={false}
        data-body
      />
      <div ref={hint} className={styles.hint} aria-hidden="true" hidden>
        {t('placeholder.body')}
      </div>
      <LinkPopover session={session} readOnly={readOnly} />
      {readOnly ? null : <BlockHandle session={session} />}
      {readOnly ? null : <FloatingToolbar session={session} onComment={onComment} />}
      {readOnly ? null : <SlashMenu session={session} onInsertPhoto={onInsertPhoto} />}
      {readOnly ? null : <NameList session={session} scope="[data-body]" />}
      {Object.entries(solids).map(([key, data]) => {
        const place = editor.getElementByKey(key);
        return place && data
          ? createPortal(<SolidView session={session} nodeKey={key} data={data} readOnly={readOnly} />, place, key)
          : null;
      })}
    </div>
  );
}

/** Looked at without a read of the editor, since it is at every key. */
function isEmptyBody({ _nodeMap: nodes }: EditorState): boolean {
  const root = nodes.get('root');
  if (!$isElementNode(root) || root.__size !== 1 || root.__first === null) return false;
  const first = nodes.get(root.__first);
  return $isParagraphNode(first) && first.__size === 0;
}
