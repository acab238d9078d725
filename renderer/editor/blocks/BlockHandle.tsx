import { Menu } from '@base-ui/react/menu';
import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { removeBlocks } from '../../../story/move.ts';
import { isMac, shortcutText, useKeys } from '../../commands.ts';
import menu from '../../ui/Menu.module.css';
import { runCommand } from '../commands.ts';
import { coreOf } from '../core.ts';
import { INSERTABLE } from '../insertable.ts';
import { endComposition } from '../leaving.ts';
import { useTexts } from '../texts.ts';
import type { EditCommand, StorySession } from '../types.ts';
import styles from './blocks.module.css';
import { changeBody } from './change.ts';
import { type Drag, dragBlock } from './drag.ts';
import { blockElementAt, blockIdOf } from './places.ts';
import { selectBlock } from './select.ts';

const KINDS = INSERTABLE.filter(({ command }) => command.kind !== 'insert' && command.kind !== 'embed');

/**
 * The handle beside the block under the mouse: dragged, it moves the block; pressed, it opens the block's menu. It follows the
 * mouse without React; for the keyboard the same is in the palette, with shortcuts.
 */
export function BlockHandle({ session }: { session: StorySession }) {
  const t = useTexts();
  const [upKeys, downKeys] = [useKeys('block.up'), useKeys('block.down')];
  const core = coreOf(session);
  const { editor } = core;
  const handle = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const at = useRef<string | null>(null);
  const drag = useRef<Drag | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const [open, setOpen] = useState(false);
  const isOpen = useRef(open);
  isOpen.current = open;

  useEffect(() => {
    const button = handle.current;
    const page = button?.closest<HTMLElement>('[data-page]') ?? button?.parentElement;
    if (!button || !page) return;
    let frame = 0;
    let [x, y] = [0, 0];
    const hide = () => {
      // Setting what is set already would have the browser look at its styles again, at every key.
      if (!button.hidden && !isOpen.current && !drag.current) button.hidden = true;
    };
    const show = () => {
      frame = 0;
      const root = editor.getRootElement();
      const box = root?.getBoundingClientRect();
      if (!root || !box || isOpen.current || drag.current) return;
      const element = y < box.top || y > box.bottom ? null : blockElementAt(root, Math.max(x, box.left + 1), y);
      at.current = element && blockIdOf(editor, element);
      if (!element || at.current === null) return hide();
      const origin = (button.offsetParent ?? root).getBoundingClientRect();
      button.hidden = false;
      button.style.top = `${element.getBoundingClientRect().top - origin.top}px`;
    };
    const follow = (event: PointerEvent) => {
      [x, y] = [event.clientX, event.clientY];
      frame ||= requestAnimationFrame(show);
    };
    const leave = () => {
      cancelAnimationFrame(frame);
      frame = 0;
      hide();
    };
    page.addEventListener('pointermove', follow);
    page.addEventListener('pointerleave', leave);
    page.addEventListener('keydown', leave);
    return () => {
      page.removeEventListener('pointermove', follow);
      page.removeEventListener('pointerleave', leave);
      page.removeEventListener('keydown', leave);
      cancelAnimationFrame(frame);
      drag.current?.stop();
    };
  }, [editor]);

  const press = (event: React.PointerEvent) => {
    if (event.button !== 0 || at.current === null || !line.current) return;
    event.preventDefault();
    endComposition(core);
    drag.current = dragBlock(editor, event.nativeEvent, at.current, line.current, (dragged) => {
      drag.current = null;
      if (!dragged) setOpen(true);
    });
  };
  const choose = (work: (id: string) => void) => () => {
    const id = at.current;
    if (id !== null) chosen.current = () => work(id);
  };
  const runOn = (command: EditCommand) =>
    choose((id) => {
      selectBlock(editor, id);
      runCommand(editor, command);
    });

  return (
    <>
      <button
        ref={handle}
        type="button"
        className={styles.handle}
        hidden
        tabIndex={-1}
        aria-label={t('block.handle')}
        title={t('block.handle')}
        onPointerDown={press}
      >
        <GripVertical size={16} aria-hidden="true" />
      </button>
      <div ref={line} className={styles.line} hidden />
      <Menu.Root
        open={open}
        onOpenChange={(isWanted) => {
          if (!isWanted) setOpen(false);
        }}
        onOpenChangeComplete={(isShown) => {
          if (isShown) return;
          const work = chosen.current;
          chosen.current = null;
          work?.();
          if (handle.current) handle.current.hidden = true;
          editor.focus();
        }}
      >
        <Menu.Portal>
          <Menu.Positioner className={menu.positioner} anchor={handle} side="bottom" align="start" sideOffset={4}>
            <Menu.Popup className={menu.popup} aria-label={t('block.menu')}>
              <Menu.Item className={menu.item} onClick={runOn({ kind: 'move', to: 'up' })}>
                <ArrowUp size={15} aria-hidden="true" /> {t('block.up')}
                <kbd className={menu.keys}>{shortcutText(upKeys, isMac())}</kbd>
              </Menu.Item>
              <Menu.Item className={menu.item} onClick={runOn({ kind: 'move', to: 'down' })}>
                <ArrowDown size={15} aria-hidden="true" /> {t('block.down')}
                <kbd className={menu.keys}>{shortcutText(downKeys, isMac())}</kbd>
              </Menu.Item>
              <Menu.Item className={menu.item} onClick={runOn({ kind: 'duplicate' })}>
                <Copy size={15} aria-hidden="true" /> {t('block.duplicate')}
              </Menu.Item>
              <Menu.Item
                className={`${menu.item} ${menu.danger}`}
                onClick={choose((id) => changeBody(editor, (body) => removeBlocks(body, new Set([id]))))}
              >
                <Trash2 size={15} aria-hidden="true" /> {t('block.remove')}
              </Menu.Item>
              <Menu.Group>
                <Menu.GroupLabel className={styles.label}>{t('block.turnInto')}</Menu.GroupLabel>
                {KINDS.map(({ name, text, icon: Icon, command }) => (
                  <Menu.Item key={name} className={menu.item} onClick={runOn(command)}>
                    <Icon size={15} strokeWidth={1.9} aria-hidden="true" /> {t(text)}
                  </Menu.Item>
                ))}
              </Menu.Group>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  );
}
