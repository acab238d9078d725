// Menus as data: built, checked and clicked by the app and the specs. Chromium's windows have no menu bar, so no accelerator acts.
import { guard, notProvided } from '../guard.ts';
import { say } from '../log.ts';
import { checkAccelerator } from './accelerators.ts';
import { BrowserWindow } from './browser-window.ts';
import { Emitter } from './emitter.ts';
import { checkRole, runRole } from './menu-roles.ts';

type Options = Electron.MenuItemConstructorOptions;
type Item = MenuItemObject;
let lastCommand = 0;

class MenuItemObject {
  readonly type: string;
  readonly role: Options['role'];
  readonly accelerator: string | null;
  readonly id: string;
  readonly commandId: number;
  readonly submenu: MenuObject | null;
  readonly click: (event?: object, window?: BrowserWindow, contents?: object) => void;
  label: string;
  sublabel: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  registerAccelerator: boolean;

  constructor(options: Options) {
    const { role, submenu, type, accelerator, label, click } = options;
    if (role) checkRole(role);
    if (accelerator) checkAccelerator(accelerator);
    lastCommand += 1;
    this.commandId = lastCommand;
    this.role = role;
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    if (this.type === 'submenu' && !submenu && !role) throw new Error('Invalid submenu');
    this.submenu = Array.isArray(submenu)
      ? (Menu.buildFromTemplate(submenu) as MenuObject)
      : ((submenu as unknown as MenuObject) ?? null);
    this.accelerator = accelerator ?? null;
    this.id = options.id ?? '';
    this.label = label ?? role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.click = (event = {}, window = BrowserWindow.getFocusedWindow() ?? undefined) => {
      if (!this.enabled) return;
      if (this.type === 'checkbox') this.checked = !this.checked;
      if (click) click(this as never, window as never, event as never);
      else if (role) runRole(role, window);
    };
  }
}

class MenuObject extends Emitter {
  readonly items: Item[] = [];
  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
  }
  append(item: Item): void {
    this.items.push(item);
  }
  insert(place: number, item: Item): void {
    this.items.splice(place, 0, item);
  }
  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  /** Nothing to show it in: it opens and closes at once. */
  popup(options: { callback?: () => void } = {}): void {
    this.emit('menu-will-show', {});
    say(`a context menu of ${this.items.length} items has no place to show`);
    this.emit('menu-will-close', {});
    options.callback?.();
  }
  closePopup(): void {}

  static buildFromTemplate(template: (Options | Item)[]): MenuObject {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) {
      const { type, label, role, submenu } = entry;
      if (!type && !label && !role && !submenu)
        throw new TypeError('Invalid template for MenuItem: must have label, role or type');
      menu.append(entry instanceof MenuItemObject ? entry : new MenuItem(entry as Options));
    }
    return menu;
  }
  static setApplicationMenu(menu: MenuObject | null): void {
    if (menu !== null && !(menu instanceof MenuObject)) throw new TypeError('Invalid menu');
    applicationMenu = menu;
  }
  static getApplicationMenu(): MenuObject | null {
    return applicationMenu;
  }
  static sendActionToFirstResponder(): void {
    throw notProvided('Menu.sendActionToFirstResponder');
  }
}
let applicationMenu: MenuObject | null = null;

export const MenuItem = new Proxy(MenuItemObject, {
  construct: (Kind, args) => guard('MenuItem', new Kind(args[0] as Options)),
});
export const Menu = guard('Menu', new Proxy(MenuObject, { construct: (Kind) => guard('Menu', new Kind()) }));
