import { Toolbar as Base } from '@base-ui/react/toolbar';
import { FocusManagerExtension } from '@lexical/a11y';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  Bold,
  Highlighter,
  ImagePlus,
  Italic,
  Link,
  type LucideIcon,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CommandId } from '../commands.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { coreOf } from './core.ts';
import { EmbedDialog } from './embed/EmbedDialog.tsx';
import { INSERTABLE } from './insertable.ts';
import { LinkDialog } from './link/LinkDialog.tsx';
import { ToolMenu } from './ToolMenu.tsx';
import { type EditorText, useTexts } from './texts.ts';
import styles from './toolbar.module.css';
import type { StorySession } from './types.ts';
import { useToolbar } from './useToolbar.ts';

type Props = { session: StorySession /** Without it there is no such button. */; onInsertPhoto?: () => void };

const BLOCKS = INSERTABLE.filter((one) => one.in === 'toolbar');
const MORE_BLOCKS = INSERTABLE.filter((one) => one.in === 'menu');
const FORMATS = [
  { text: 'underline', icon: Underline, command: { kind: 'underline' }, shortcut: 'format.underline' },
  { text: 'strike', icon: Strikethrough, command: { kind: 'strike' }, shortcut: 'format.strike' },
  { text: 'superscript', icon: Superscript, command: { kind: 'superscript' }, shortcut: 'format.superscript' },
  { text: 'subscript', icon: Subscript, command: { kind: 'subscript' }, shortcut: 'format.subscript' },
  { text: 'check', icon: Highlighter, command: { kind: 'check' }, shortcut: 'format.check' },
] as const;

/** The body's tools. One tab stop; the arrow keys walk along it. */
export function Toolbar({ session, onInsertPhoto }: Props) {
  const t = useTexts();
  const state = useToolbar(session);
  const bar = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState(false);
  const [embedding, setEmbedding] = useState(false);
  const off = state.readOnly || !state.inBody;

  // Alt+F10 in the text leads here, Escape back.
  useEffect(() => {
    const { register } = getExtensionDependencyFromEditor(coreOf(session).editor, FocusManagerExtension).output;
    return bar.current ? register(bar.current, { toolbarItemSelector: 'button' }) : undefined;
  }, [session]);
  useEffect(() => {
    const open = () => setLinking(!session.readOnly);
    const embed = () => setEmbedding(!session.readOnly);
    document.addEventListener('copydesk:link', open);
    document.addEventListener('copydesk:embed', embed);
    return () => {
      document.removeEventListener('copydesk:link', open);
      document.removeEventListener('copydesk:embed', embed);
    };
  }, [session]);

  const tool = (
    text: EditorText,
    icon: LucideIcon,
    onClick: () => void,
    { pressed, disabled = off, shortcut }: { pressed?: boolean; disabled?: boolean; shortcut?: CommandId } = {},
  ) => (
    <Base.Button
      key={text}
      disabled={disabled}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      aria-pressed={pressed}
      render={<IconButton icon={icon} label={t(text)} command={shortcut} />}
    />
  );
  const undo = (kind: 'undo' | 'redo') => () => {
    // A field undoes itself; a caption is the body's.
    const active = document.activeElement;
    if (active instanceof HTMLTextAreaElement && active.dataset.field) document.execCommand(kind);
    else session.run({ kind });
  };

  return (
    <>
      <Base.Root ref={bar} className={styles.toolbar} aria-label={t('toolbar')}>
        {BLOCKS.map(({ name, text, icon, command, shortcut }) =>
          tool(text, icon, () => session.run(command), { pressed: state.block === name, shortcut }),
        )}
        <ToolMenu
          session={session}
          label="moreBlocks"
          items={MORE_BLOCKS.map((item) => ({
            ...item,
            isOn: item.name === 'box' ? state.box : state.block === item.name,
          }))}
          disabled={off}
        />
        <Base.Separator className={styles.separator} />
        {tool('bold', Bold, () => session.run({ kind: 'bold' }), {
          pressed: state.formats.includes('bold'),
          shortcut: 'format.bold',
        })}
        {tool('italic', Italic, () => session.run({ kind: 'italic' }), {
          pressed: state.formats.includes('italic'),
          shortcut: 'format.italic',
        })}
        <ToolMenu
          session={session}
          label="moreFormats"
          items={FORMATS.map((item) => ({ ...item, isOn: state.formats.includes(item.command.kind) }))}
          disabled={off}
        />
        {tool('link', Link, () => setLinking(true), { pressed: state.link !== null, shortcut: 'format.link' })}
        <Base.Separator className={styles.separator} />
        {tool('undo', Undo2, undo('undo'), {
          disabled: state.readOnly || (state.inBody && !state.canUndo),
          shortcut: 'edit.undo',
        })}
        {tool('redo', Redo2, undo('redo'), {
          disabled: state.readOnly || (state.inBody && !state.canRedo),
          shortcut: 'edit.redo',
        })}
        {onInsertPhoto ? (
          <>
            <Base.Separator className={styles.separator} />
            {tool('photo', ImagePlus, onInsertPhoto, { disabled: state.readOnly, shortcut: 'photo.choose' })}
          </>
        ) : null}
      </Base.Root>
      {embedding ? (
        <EmbedDialog
          onClose={() => {
            setEmbedding(false);
            requestAnimationFrame(() => coreOf(session).editor.focus());
          }}
          onEmbed={(url) => session.run({ kind: 'embed', url })}
        />
      ) : null}
      {linking ? (
        <LinkDialog
          address={state.link}
          onClose={() => {
            setLinking(false);
            requestAnimationFrame(() => coreOf(session).editor.focus());
          }}
          onLink={(url) => session.run({ kind: 'link', url })}
        />
      ) : null}
    </>
  );
}
