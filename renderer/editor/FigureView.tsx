import {
  $getSelection,
  $isNodeSelection,
  type NodeKey,
  SKIP_SCROLL_INTO_VIEW_TAG,
  stopLexicalPropagation,
} from 'lexical';
import { ImageOff, Trash2 } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { FIGURE_FIELDS, type FigureField } from '../../story/model.ts';
import type { FigureData } from '../../story/schema/figure/node.ts';
import { undoIn } from './commands.ts';
import { coreOf } from './core.ts';
import { FigureText } from './FigureText.tsx';
import styles from './figure.module.css';
import { $selectFigure } from './figureSelection.ts';
import { removeFigure } from './figures.ts';
import { endComposition } from './leaving.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Props = { session: StorySession; nodeKey: NodeKey; data: FigureData; readOnly: boolean };

/** What happens in a figure's controls is theirs: Lexical would take a key there for one in the body. */
const OWN_EVENTS = [
  'keydown',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'paste',
  'cut',
  'copy',
  'dragstart',
  'click',
  'pointerdown',
] as const;

/** A figure on the page: the photo, and its texts in ordinary text fields under it. */
export const FigureView = memo(function FigureView({ session, nodeKey, data, readOnly }: Props) {
  const t = useTexts();
  const [broken, setBroken] = useState(false);
  const frame = useRef<HTMLFieldSetElement>(null);
  const core = coreOf(session);
  const { editor } = core;

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const undo = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      undoIn(editor, key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    const select = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('[data-photo]')) return;
      if (event.target.closest('button')) return;
      endComposition(core);
      // Of itself the browser would put its caret at the start of the story.
      event.preventDefault();
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(() => $selectFigure(nodeKey), { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG });
    };
    const showSelected = () => {
      const selected = editor.read('latest', () => {
        const selection = $getSelection();
        return $isNodeSelection(selection) && selection.has(nodeKey);
      });
      element.toggleAttribute('data-selected', selected);
    };
    const stop = session.subscribe((event) => event === 'selection' && showSelected());
    showSelected();
    for (const name of OWN_EVENTS) element.addEventListener(name, stopLexicalPropagation);
    element.addEventListener('keydown', undo);
    element.addEventListener('mousedown', select);
    return () => {
      stop();
      for (const name of OWN_EVENTS) element.removeEventListener(name, stopLexicalPropagation);
      element.removeEventListener('keydown', undo);
      element.removeEventListener('mousedown', select);
    };
  }, [session, core, editor, nodeKey]);

  const remove = () => {
    removeFigure(editor, nodeKey);
    editor.focus();
  };
  const text = (field: FigureField) => (
    <FigureText
      key={field}
      session={session}
      nodeKey={nodeKey}
      field={field}
      value={data[field]}
      unchecked={data.unchecked.includes(field)}
      readOnly={readOnly}
    />
  );

  return (
    <fieldset ref={frame} className={styles.figureFrame} aria-label={t('figureNamed', { caption: data.caption })}>
      <div className={styles.photo} data-photo>
        {broken ? (
          <p className={styles.broken}>
            <ImageOff size={20} aria-hidden="true" /> {t('photoMissing')}
          </p>
        ) : (
          <img
            src={`media/${data.photo}`}
            alt={data.alt}
            width={data.width}
            height={data.height}
            draggable={false}
            onError={() => setBroken(true)}
          />
        )}
        {readOnly ? null : (
          <button
            type="button"
            className={styles.removeFigure}
            aria-label={t('figureDelete')}
            title={t('figureDelete')}
            onClick={remove}
          >
            <Trash2 size={16} aria-hidden="true" />
          </button>
        )}
      </div>
      <div className={styles.figureTexts}>{FIGURE_FIELDS.map(text)}</div>
    </fieldset>
  );
});
