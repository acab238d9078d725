import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../preload/contract.ts';
import type { Texts } from '../texts.ts';

/**
 * The menu bar. Our commands only show their shortcut here: the page's own registry acts on the keys, since it knows
 * whether a composition runs. (On macOS a menu takes the key first, and sends the same command.)
 */
export function setMenu(texts: Texts, platform: NodeJS.Platform, send: (command: Command) => void): void {
  const item = (command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: texts(`menu.${command.replace('.', '_')}`),
    ...(accelerator && { accelerator, registerAccelerator: platform === 'darwin' }),
    click: () => send(command),
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
        item('story.new', 'CmdOrCtrl+N'),
        item('story.fromTemplate', 'CmdOrCtrl+Alt+N'),
        item('story.save', 'CmdOrCtrl+S'),
        item('story.window', 'CmdOrCtrl+Shift+N'),
        line,
        item('story.pin'),
        item('story.duplicate'),
        item('story.trash'),
        line,
        item('review.send', 'CmdOrCtrl+Shift+E'),
        item('review.receive', 'CmdOrCtrl+O'),
        line,
        item('publish.open', 'CmdOrCtrl+Shift+P'),
        line,
        item('backup.open'),
        item('settings.open', 'CmdOrCtrl+,'),
        ...(platform === 'darwin' ? [] : [line, role('quit')]),
      ],
    },
    {
      label: texts('menu.edit'),
      submenu: [
        item('edit.undo', 'CmdOrCtrl+Z'),
        item('edit.redo', platform === 'win32' ? 'CmdOrCtrl+Y' : 'CmdOrCtrl+Shift+Z'),
        line,
        role('cut'),
        role('copy'),
        role('paste'),
        role('selectAll'),
        line,
        item('format.bold', 'CmdOrCtrl+B'),
        item('format.italic', 'CmdOrCtrl+I'),
        item('format.link', 'CmdOrCtrl+Shift+K'),
        line,
        item('photo.choose', 'CmdOrCtrl+Shift+O'),
      ],
    },
    {
      label: texts('menu.view'),
      submenu: [
        item('palette.open', 'CmdOrCtrl+K'),
        item('library.focus', 'CmdOrCtrl+Shift+F'),
        item('library.open', 'CmdOrCtrl+Shift+L'),
        item('review.open', 'CmdOrCtrl+Shift+R'),
        item('inspector.toggle', 'CmdOrCtrl+Alt+I'),
        item('history.open', 'CmdOrCtrl+Shift+H'),
        item('history.paragraph', 'CmdOrCtrl+Alt+H'),
        line,
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        role('togglefullscreen'),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
