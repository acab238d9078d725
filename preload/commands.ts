// Every command there is: the menu, the palette, the shortcuts and their list all read this one table. Plain data, so that
// main and the window can both hold it.

/** Where a command stands in the list of shortcuts. */
export const COMMAND_GROUPS = ['story', 'edit', 'format', 'find', 'review', 'view'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export type CommandInfo = {
  group: CommandGroup;
  /** The shortcut it comes with: "Mod" is Ctrl, and Cmd on a Mac. Empty: none. */
  keys: string;
  /** Another one on a Mac, where the system has the first for itself. */
  mac?: string;
  /** The body takes these keys itself, and only there do they mean anything. */
  inEditor?: true;
  /** Needs an open story. */
  needsStory?: true;
  /** The browser's own text fields know these keys too: they cannot be changed. */
  fixed?: true;
};

const TABLE = {
  'story.new': { group: 'story', keys: 'Mod+N' },
  'story.fromTemplate': { group: 'story', keys: 'Mod+Alt+N' },
  'story.save': { group: 'story', keys: 'Mod+S', needsStory: true },
  'story.window': { group: 'story', keys: 'Mod+Shift+N', needsStory: true },
  'story.pin': { group: 'story', keys: '', needsStory: true },
  'story.duplicate': { group: 'story', keys: '', needsStory: true },
  'story.trash': { group: 'story', keys: '', needsStory: true },
  'preview.open': { group: 'view', keys: 'Mod+Alt+P', needsStory: true },
  'publish.open': { group: 'review', keys: 'Mod+Shift+P', needsStory: true },
  'review.open': { group: 'review', keys: 'Mod+Shift+R', needsStory: true },
  'review.send': { group: 'review', keys: 'Mod+Shift+E', needsStory: true },
  'review.receive': { group: 'review', keys: 'Mod+O' },
  'review.arrived': { group: 'review', keys: '' },
  'inbox.open': { group: 'review', keys: 'Mod+Alt+J' },
  'mode.edit': { group: 'review', keys: 'Mod+Alt+1', needsStory: true },
  'mode.suggest': { group: 'review', keys: 'Mod+Alt+2', needsStory: true },
  'mode.read': { group: 'review', keys: 'Mod+Alt+3', needsStory: true },
  'comment.add': { group: 'review', keys: 'Mod+Alt+M', needsStory: true },
  'suggest.next': { group: 'review', keys: 'Alt+F9', needsStory: true },
  'suggest.previous': { group: 'review', keys: 'Alt+Shift+F9', needsStory: true },
  'suggest.accept': { group: 'review', keys: 'Mod+Alt+A', needsStory: true },
  'suggest.reject': { group: 'review', keys: 'Mod+Alt+X', needsStory: true },
  'photo.choose': { group: 'edit', keys: 'Mod+Shift+O', needsStory: true },
  'photo.edit': { group: 'edit', keys: 'Mod+Alt+C', needsStory: true },
  'photo.table': { group: 'edit', keys: 'Mod+Alt+G', needsStory: true },
  'photo.folder': { group: 'edit', keys: 'Mod+Alt+Shift+O' },
  'edit.undo': { group: 'edit', keys: 'Mod+Z', inEditor: true, needsStory: true, fixed: true },
  'edit.redo': { group: 'edit', keys: 'Mod+Shift+Z', inEditor: true, needsStory: true, fixed: true },
  'format.bold': { group: 'format', keys: 'Mod+B', inEditor: true, needsStory: true },
  'format.italic': { group: 'format', keys: 'Mod+I', inEditor: true, needsStory: true },
  'format.underline': { group: 'format', keys: 'Mod+U', inEditor: true, needsStory: true },
  'format.strike': { group: 'format', keys: 'Mod+Shift+X', inEditor: true, needsStory: true },
  'format.superscript': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'format.subscript': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'format.check': { group: 'format', keys: 'Mod+Shift+M', inEditor: true, needsStory: true },
  'format.link': { group: 'format', keys: 'Mod+Shift+K', needsStory: true },
  'case.title': { group: 'format', keys: '', needsStory: true },
  'case.sentence': { group: 'format', keys: '', needsStory: true },
  'case.upper': { group: 'format', keys: '', needsStory: true },
  'case.lower': { group: 'format', keys: '', needsStory: true },
  'block.paragraph': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'block.heading2': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'block.heading3': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'block.quote': { group: 'format', keys: 'Mod+Shift+9', inEditor: true, needsStory: true },
  'block.pullquote': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'block.attribution': { group: 'format', keys: '', inEditor: true, needsStory: true },
  'block.bullet': { group: 'format', keys: 'Mod+Shift+8', inEditor: true, needsStory: true },
  'block.number': { group: 'format', keys: 'Mod+Shift+7', inEditor: true, needsStory: true },
  'block.up': { group: 'edit', keys: 'Alt+Shift+ArrowUp', inEditor: true, needsStory: true },
  'block.down': { group: 'edit', keys: 'Alt+Shift+ArrowDown', inEditor: true, needsStory: true },
  'block.duplicate': { group: 'edit', keys: '', inEditor: true, needsStory: true },
  'history.open': { group: 'review', keys: 'Mod+Shift+H', needsStory: true },
  'history.paragraph': { group: 'review', keys: 'Mod+Alt+H', needsStory: true },
  'find.open': { group: 'find', keys: 'Mod+F', needsStory: true },
  'find.replace': { group: 'find', keys: 'Mod+H', mac: 'Mod+Alt+F', needsStory: true },
  'find.next': { group: 'find', keys: 'F3', mac: 'Mod+G', needsStory: true },
  'find.previous': { group: 'find', keys: 'Shift+F3', mac: 'Mod+Shift+G', needsStory: true },
  'spelling.next': { group: 'find', keys: 'Alt+F7', needsStory: true },
  'spelling.previous': { group: 'find', keys: 'Alt+Shift+F7', needsStory: true },
  'spelling.house': { group: 'edit', keys: '', needsStory: true },
  'spaces.together': { group: 'edit', keys: '', needsStory: true },
  'style.next': { group: 'find', keys: 'Alt+F8', needsStory: true },
  'style.previous': { group: 'find', keys: 'Alt+Shift+F8', needsStory: true },
  'legacy.convert': { group: 'edit', keys: '', needsStory: true },
  'library.focus': { group: 'find', keys: 'Mod+Shift+F' },
  'library.open': { group: 'view', keys: 'Mod+Shift+L' },
  'media.open': { group: 'view', keys: 'Mod+Shift+I' },
  'receipts.open': { group: 'view', keys: 'Mod+Alt+R' },
  'library.toggle': { group: 'view', keys: 'Mod+Alt+L' },
  'outline.toggle': { group: 'view', keys: 'Mod+Alt+O', needsStory: true },
  'view.focus': { group: 'view', keys: 'Mod+Shift+D', needsStory: true },
  'view.typewriter': { group: 'view', keys: 'Mod+Shift+T', needsStory: true },
  'view.zoomIn': { group: 'view', keys: 'Mod+Plus', needsStory: true },
  'view.zoomOut': { group: 'view', keys: 'Mod+-', needsStory: true },
  'view.zoomReset': { group: 'view', keys: 'Mod+0', needsStory: true },
  'inspector.toggle': { group: 'view', keys: 'Mod+Alt+I' },
  'pane.next': { group: 'view', keys: 'F6' },
  'pane.previous': { group: 'view', keys: 'Shift+F6' },
  'palette.open': { group: 'find', keys: 'Mod+K' },
  'keyboard.open': { group: 'view', keys: 'F1', mac: 'Mod+/' },
  'backup.open': { group: 'story', keys: '' },
  'settings.open': { group: 'story', keys: 'Mod+,' },
} as const satisfies Record<string, CommandInfo>;

export type Command = keyof typeof TABLE;
/** In the order of the palette. The names are in resources/texts under `menu.ID`. */
export const COMMAND_INFO: Record<Command, CommandInfo> = TABLE;
export const COMMANDS = Object.keys(TABLE) as [Command, ...Command[]];

/** Shortcuts a person has chosen instead, by command; '' for none. Names that are no command's mean nothing. */
export type Shortcuts = Readonly<Record<string, string>>;

/** The shortcut of a command as it stands. */
export function keysOf(id: Command, shortcuts: Shortcuts, mac: boolean): string {
  const { keys, mac: onMac, fixed } = COMMAND_INFO[id];
  const own = fixed ? undefined : shortcuts[id];
  return own ?? (mac && onMac !== undefined ? onMac : keys);
}
