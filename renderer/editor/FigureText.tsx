import { $getNodeByKey, type NodeKey } from 'lexical';
import { Check } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { FigureField } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { insertPlain } from './controls.ts';
import { coreOf, registerControl } from './core.ts';
import styles from './figure.module.css';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  field: FigureField;
  value: string;
  /** It came from the file, and nobody has looked at it yet. */
  unchecked: boolean;
  readOnly: boolean;
};

/** One text of a figure, uncontrolled; undo belongs to the body. */
export function FigureText({ session, nodeKey, field, value, unchecked, readOnly }: Props) {
  const t = useTexts();
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const core = coreOf(session);
  const { captions, editor } = core;

  useLayoutEffect(() => {
    const element = ref.current;
    const busy = core.composing && document.activeElement === element;
    if (element && element.value !== value && !busy) element.value = value;
  }, [core, value]);

  useEffect(() => {
    const block = editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return node ? $getBlockId(node) : null;
    });
    return ref.current && block ? registerControl(core, { block, part: field }, ref.current) : undefined;
  }, [core, editor, nodeKey, field]);

  return (
    <div className={styles.figureText} data-text={field}>
      <label htmlFor={id}>{t(`text.${field}`)}</label>
      <textarea
        ref={ref}
        id={id}
        rows={1}
        data-figure-text={field}
        placeholder={t(`textPlaceholder.${field}`)}
        defaultValue={value}
        maxLength={20_000}
        readOnly={readOnly}
        spellCheck={false}
        aria-describedby={unchecked ? `${id}-note` : undefined}
        onInput={(event) => captions.type(nodeKey, field, event.currentTarget.value, core.correcting)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onPaste={(event) => {
          event.preventDefault();
          insertPlain(event.clipboardData.getData('text/plain'));
        }}
      />
      {unchecked ? (
        <span className={styles.unchecked}>
          <span id={`${id}-note`}>{t('unchecked')}</span>
          {readOnly ? null : (
            <button
              type="button"
              aria-label={t('confirmField', { field: t(`text.${field}`) })}
              onClick={() => {
                captions.confirm(nodeKey, field);
                ref.current?.focus();
              }}
            >
              <Check size={14} aria-hidden="true" /> {t('confirm')}
            </button>
          )}
        </span>
      ) : null}
    </div>
  );
}
