import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, keysOf, type Shortcuts } from '../../preload/commands.ts';
import type { Prefs } from '../../preload/contract.ts';
import type { Texts } from '../texts.ts';

/**
 * The menu bar. Our commands only show their shortcut here: the page's own registry acts on the keys, since it knows
 * whether a composition runs. (On macOS a menu takes the key first, and sends the same command.)
 */
export function setMenu(
  texts: Texts,
  platform: NodeJS.Platform,
  { shortcuts, view }: Pick<Prefs, 'shortcuts' | 'view'>,
  send: (command: Command) => void,
): void {
  const item = (command: Command): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(command, shortcuts, platform);
    return {
      id: command,
      label: texts(`menu.${command.replace('.', '_')}`),
      ...(accelerator && { accelerator, registerAccelerator: platform === 'darwin' }),
      click: () => send(command),
    };
  };
  const mode = (command: Command, checked = false): MenuItemConstructorOptions => ({
    ...item(command),
    type: 'checkbox',
    checked,
  });
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({
    role: name,
    label: texts(`menu.${name}`),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: texts('menu.file'),
      submenu: [
        item('story.new'),
        item('story.fromTemplate'),
        item('story.save'),
        item('story.window'),
        line,
        item('story.pin'),
        item('story.duplicate'),
        item('story.trash'),
        line,
        item('review.send'),
        item('review.receive'),
        item('review.arrived'),
        line,
        item('publish.open'),
        line,
        item('backup.open'),
        item('settings.open'),
        ...(platform === 'darwin' ? [] : [line, role('quit')]),
      ],
    },
    {
      label: texts('menu.edit'),
      submenu: [
        item('edit.undo'),
        item('edit.redo'),
        line,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
        line,
        item('find.open'),
        item('find.replace'),
        item('find.next'),
        item('find.previous'),
        line,
        item('spelling.next'),
        item('spelling.previous'),
        item('spelling.house'),
        item('spaces.together'),
        item('style.next'),
        item('style.previous'),
        item('legacy.convert'),
        line,
        item('suggest.next'),
        item('suggest.previous'),
        item('suggest.accept'),
        item('suggest.reject'),
        line,
        item('format.bold'),
        item('format.italic'),
        item('format.underline'),
        item('format.strike'),
        item('format.check'),
        item('format.link'),
        line,
        item('case.title'),
        item('case.sentence'),
        item('case.upper'),
        item('case.lower'),
        line,
        item('photo.choose'),
        item('photo.folder'),
        item('photo.edit'),
        item('photo.table'),
      ],
    },
    {
      label: texts('menu.view'),
      submenu: [
        item('palette.open'),
        item('library.focus'),
        item('library.open'),
        item('inbox.open'),
        item('media.open'),
        item('receipts.open'),
        item('preview.open'),
        item('review.open'),
        item('inspector.toggle'),
        item('history.open'),
        item('history.paragraph'),
        line,
        item('mode.edit'),
        item('mode.suggest'),
        item('mode.read'),
        line,
        mode('outline.toggle', view?.outline),
        mode('view.focus', view?.focus),
        mode('view.typewriter', view?.typewriter),
        line,
        item('view.zoomIn'),
        item('view.zoomOut'),
        item('view.zoomReset'),
        line,
        role('togglefullscreen'),
      ],
    },
    { label: texts('menu.help'), submenu: [item('keyboard.open')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** A command's shortcut as Electron writes it; '' for none. */
function acceleratorOf(command: Command, shortcuts: Shortcuts, platform: NodeJS.Platform): string {
  if (command === 'edit.redo' && platform === 'win32') return 'CmdOrCtrl+Y';
  return keysOf(command, shortcuts, platform === 'darwin').replace('Mod', 'CmdOrCtrl');
}
