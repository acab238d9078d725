import { Toolbar as Base } from '@base-ui/react/toolbar';
import { FocusManagerExtension } from '@lexical/a11y';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { Bold, Heading2, Highlighter, Italic, Link, type LucideIcon, MessageSquarePlus, Quote } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CommandId } from '../../commands.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SelectionState } from '../commands.ts';
import { coreOf } from '../core.ts';
import { type EditorText, useTexts } from '../texts.ts';
import type { EditCommand, StorySession } from '../types.ts';
import styles from './floating.module.css';
import { placeBar } from './place.ts';
import { watchSelected } from './watch.ts';

type Tool = { text: EditorText; icon: LucideIcon; shortcut: CommandId; command: EditCommand };
type Props = { session: StorySession /** Without it there is no such button. */; onComment?: (() => void) | undefined };

const FORMATS: readonly Tool[] = [
  { text: 'bold', icon: Bold, shortcut: 'format.bold', command: { kind: 'bold' } },
  { text: 'italic', icon: Italic, shortcut: 'format.italic', command: { kind: 'italic' } },
  { text: 'check', icon: Highlighter, shortcut: 'format.check', command: { kind: 'check' } },
];
const BLOCKS: readonly Tool[] = [
  { text: 'heading2', icon: Heading2, shortcut: 'block.heading2', command: { kind: 'heading', level: 2 } },
  { text: 'quote', icon: Quote, shortcut: 'block.quote', command: { kind: 'quote' } },
];

/** What is done most to selected words, beside them. It renders only where they come to rest, change, or go. */
export function FloatingToolbar({ session, onComment }: Props) {
  const t = useTexts();
  const { editor } = coreOf(session);
  const bar = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<SelectionState | null>(null);

  useEffect(
    () =>
      watchSelected(
        editor,
        () => (bar.current?.hidden ? null : bar.current),
        // A new object whenever they come to rest: the place is found anew.
        (isSelected) => setState(isSelected ? session.selectionState() : null),
      ),
    [session, editor],
  );
  useLayoutEffect(() => {
    if (state && bar.current) placeBar(editor, bar.current);
  }, [editor, state]);

  // Escape leads back to the text.
  const isShown = state !== null;
  useEffect(() => {
    const { register } = getExtensionDependencyFromEditor(editor, FocusManagerExtension).output;
    return isShown && bar.current ? register(bar.current, { toolbarItemSelector: 'button' }) : undefined;
  }, [editor, isShown]);

  if (!state) return null;
  const tool = (text: EditorText, icon: LucideIcon, shortcut: CommandId, onClick: () => void, pressed?: boolean) => (
    <Base.Button
      key={text}
      onClick={onClick}
      aria-pressed={pressed}
      render={<IconButton icon={icon} label={t(text)} command={shortcut} />}
    />
  );
  const format = ({ text, icon, shortcut, command }: Tool) =>
    tool(
      text,
      icon,
      shortcut,
      () => session.run(command),
      state.formats.some((one) => one === text),
    );
  const block = ({ text, icon, shortcut, command }: Tool) =>
    tool(text, icon, shortcut, () => session.run(command), state.block === text);
  return (
    <Base.Root
      ref={bar}
      className={styles.bar}
      aria-label={t('selectionTools')}
      data-floating
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {FORMATS.map(format)}
      {tool(
        'link',
        Link,
        'format.link',
        () => document.dispatchEvent(new CustomEvent('copydesk:link')),
        state.link !== null,
      )}
      {onComment ? tool('comment', MessageSquarePlus, 'comment.add', onComment) : null}
      <Base.Separator className={styles.separator} />
      {BLOCKS.map(block)}
    </Base.Root>
  );
}
