import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import {
  Check,
  ChevronDown,
  Highlighter,
  type LucideIcon,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
} from 'lucide-react';
import { useRef } from 'react';
import type { Format } from '../../story/model.ts';
import { isMac, shortcutText } from '../commands.ts';
import { IconButton } from '../ui/IconButton.tsx';
import menu from '../ui/Menu.module.css';
import { coreOf } from './core.ts';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

type Stored = Format | 'check';
type Props = { session: StorySession; formats: readonly Stored[]; disabled: boolean };

const ITEMS: readonly { format: Exclude<Stored, 'bold' | 'italic'>; icon: LucideIcon; keys: string }[] = [
  { format: 'underline', icon: Underline, keys: 'Mod+U' },
  { format: 'strike', icon: Strikethrough, keys: 'Mod+Shift+X' },
  { format: 'superscript', icon: Superscript, keys: '' },
  { format: 'subscript', icon: Subscript, keys: '' },
  { format: 'check', icon: Highlighter, keys: 'Mod+Shift+M' },
];

/** The formats that are needed less often, and the mark of what is still to be checked. */
export function MoreFormats({ session, formats, disabled }: Props) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const chosen = useRef<Stored | null>(null);
  const run = () => {
    const format = chosen.current;
    chosen.current = null;
    if (!format) return;
    session.run({ kind: format });
    // The button has the focus first.
    requestAnimationFrame(() => coreOf(session).editor.focus());
  };
  return (
    <div ref={place}>
      <Menu.Root onOpenChangeComplete={(open) => !open && run()}>
        <Toolbar.Button
          disabled={disabled}
          render={<Menu.Trigger render={<IconButton icon={ChevronDown} label={t('moreFormats')} />} />}
        />
        <Menu.Portal container={place}>
          <Menu.Positioner className={menu.positioner} sideOffset={4} positionMethod="fixed">
            <Menu.Popup className={menu.popup}>
              {ITEMS.map(({ format, icon: Icon, keys }) => (
                <Menu.CheckboxItem
                  key={format}
                  className={menu.item}
                  checked={formats.includes(format)}
                  closeOnClick
                  onCheckedChange={() => {
                    chosen.current = format;
                  }}
                >
                  <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
                  {t(format)}
                  <Menu.CheckboxItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </Menu.CheckboxItemIndicator>
                  {keys ? <kbd className={menu.keys}>{shortcutText(keys, isMac())}</kbd> : null}
                </Menu.CheckboxItem>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
