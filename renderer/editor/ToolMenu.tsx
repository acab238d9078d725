import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { type CommandId, isMac, keysOf, shortcuts, shortcutText } from '../commands.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import menu from '../ui/Menu.module.css';
import { coreOf } from './core.ts';
import { type EditorText, useTexts } from './texts.ts';
import type { EditCommand, StorySession } from './types.ts';

export type ToolItem = {
  text: EditorText;
  icon: LucideIcon;
  command: EditCommand;
  shortcut?: CommandId;
  isOn: boolean;
};
type Props = { session: StorySession; label: EditorText; items: readonly ToolItem[]; disabled: boolean };

/** Tools of the body that are needed less often, behind one button of the toolbar. */
export function ToolMenu({ session, label, items, disabled }: Props) {
  const t = useTexts();
  const own = useStore(shortcuts);
  const place = useRef<HTMLDivElement>(null);
  const chosen = useRef<EditCommand | null>(null);
  const run = () => {
    const command = chosen.current;
    chosen.current = null;
    if (!command) return;
    // The button has the focus first.
    requestAnimationFrame(() => {
      session.run(command);
      coreOf(session).editor.focus();
    });
  };
  return (
    <div ref={place}>
      <Menu.Root onOpenChangeComplete={(open) => !open && run()}>
        <Toolbar.Button
          disabled={disabled}
          render={<Menu.Trigger render={<IconButton icon={ChevronDown} label={t(label)} />} />}
        />
        <Menu.Portal container={place}>
          <Menu.Positioner className={menu.positioner} sideOffset={4} positionMethod="fixed">
            <Menu.Popup className={menu.popup}>
              {items.map(({ text, icon: Icon, command, shortcut, isOn }) => {
                const choose = () => {
                  chosen.current = command;
                };
                const words = (
                  <>
                    <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
                    {t(text)}
                  </>
                );
                // What is put in is there or not; a kind or a format can be on.
                return command.kind === 'insert' || command.kind === 'embed' ? (
                  <Menu.Item key={text} className={menu.item} onClick={choose}>
                    {words}
                  </Menu.Item>
                ) : (
                  <Menu.CheckboxItem
                    key={text}
                    className={menu.item}
                    checked={isOn}
                    closeOnClick
                    onCheckedChange={choose}
                  >
                    {words}
                    <Menu.CheckboxItemIndicator>
                      <Check size={14} aria-hidden="true" />
                    </Menu.CheckboxItemIndicator>
                    {shortcut ? (
                      <kbd className={menu.keys}>{shortcutText(keysOf(shortcut, own, isMac()), isMac())}</kbd>
                    ) : null}
                  </Menu.CheckboxItem>
                );
              })}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
