import type { NodeKey } from 'lexical';
import { Check } from 'lucide-react';
import { useId, useRef } from 'react';
import type { FigureField } from '../../story/model.ts';
import { $confirmFigureText, $isFigureNode, $setFigureText } from '../../story/schema/figure/node.ts';
import { FieldHints } from './caption/FieldHints.tsx';
import { FieldLength } from './caption/FieldLength.tsx';
import { ONE_LINE } from './controls.ts';
import { coreOf } from './core.ts';
import { DraftedMark } from './draft/DraftedMark.tsx';
import { DraftOffer } from './draft/DraftOffer.tsx';
import styles from './figure.module.css';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';
import { useBlockControl, useFollowing } from './useControl.ts';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  field: FigureField;
  value: string;
  /** It came from the file, and nobody has looked at it yet. */
  unchecked: boolean;
  /** A model wrote it. */
  drafted?: boolean;
  readOnly: boolean;
  /** It loses the focus: with what it said before, and now. */
  onLeave?: (before: string, now: string) => void;
};

/** One text of a figure, uncontrolled; undo belongs to the body. */
export function FigureText(props: Props) {
  const { session, nodeKey, field, value, unchecked, drafted = false, readOnly, onLeave } = props;
  const t = useTexts();
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const before = useRef(value);
  const core = coreOf(session);

  useFollowing(session, ref, value);
  useBlockControl(session, ref, nodeKey, field);

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
        aria-describedby={unchecked || drafted ? `${id}-note` : undefined}
        onInput={({ currentTarget }) =>
          core.texts.type(nodeKey, field, (node) => {
            if ($isFigureNode(node)) $setFigureText(node, field, currentTarget.value);
          })
        }
        onFocus={({ currentTarget }) => {
          before.current = currentTarget.value;
        }}
        onBlur={({ currentTarget }) => onLeave?.(before.current, currentTarget.value)}
        {...ONE_LINE}
      />
      <div className={styles.notes}>
        {unchecked ? (
          <span className={styles.unchecked}>
            <span id={`${id}-note`}>{t(drafted ? 'draft.unchecked' : 'unchecked')}</span>
            {readOnly ? null : (
              <button
                type="button"
                aria-label={t('confirmField', { field: t(`text.${field}`) })}
                onClick={() => {
                  core.texts.change(nodeKey, (node) => {
                    if ($isFigureNode(node) && field !== 'galleryCaption') $confirmFigureText(node, field);
                  });
                  ref.current?.focus();
                }}
              >
                <Check size={14} aria-hidden="true" /> {t('confirm')}
              </button>
            )}
          </span>
        ) : null}
        {drafted && !unchecked ? <DraftedMark id={`${id}-note`} /> : null}
        {field === 'caption' || field === 'alt' ? <FieldLength field={field} control={ref} value={value} /> : null}
        {field === 'galleryCaption' ? null : (
          <FieldHints session={session} nodeKey={nodeKey} field={field} empty={value.trim() === ''} control={ref} />
        )}
        {(field === 'caption' || field === 'alt') && !readOnly ? (
          <DraftOffer session={session} nodeKey={nodeKey} field={field} empty={value.trim() === ''} control={ref} />
        ) : null}
      </div>
    </div>
  );
}
