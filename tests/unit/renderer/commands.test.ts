import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../preload/contract.ts';
import { COMMAND_IDS, commandOf, type KeyPress, keysOf, shortcuts, shortcutText } from '../../../renderer/commands.ts';

const press = (key: string, held: string[] = [], more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  keyCode: 0,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  isComposing: false,
  getModifierState: (name) => held.includes(name),
  ...more,
});

describe('the registry', () => {
  test('knows every command that the menu may send', () => {
    expect(COMMAND_IDS).toEqual(expect.arrayContaining([...COMMANDS]));
  });

  test.each([false, true])('gives no two commands the same keys, on a Mac: %s', (mac) => {
    const keys = COMMAND_IDS.map((id) => keysOf(id, {}, mac)).filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('commandOf', () => {
  test('finds commands by their keys, on both kinds of keyboard', () => {
    expect(commandOf(press('n', ['Ctrl']), false)).toBe('story.new');
    expect(commandOf(press('n', ['Meta']), true)).toBe('story.new');
    expect(commandOf(press('P', ['Ctrl', 'Shift']), false)).toBe('publish.open');
    expect(commandOf(press('m', ['Ctrl', 'Alt']), false)).toBe('comment.add');
    expect(commandOf(press('F6', ['Shift']), false)).toBe('pane.previous');
    expect(commandOf(press(',', ['Ctrl']), false)).toBe('settings.open');
  });

  test('wants exactly the modifiers of the shortcut', () => {
    expect(commandOf(press('n'), false)).toBeNull();
    expect(commandOf(press('k', ['Ctrl', 'Alt']), false)).toBeNull();
    expect(commandOf(press('n', ['Ctrl']), true)).toBeNull();
    expect(commandOf(press('n', ['Ctrl', 'Meta']), false)).toBeNull();
  });

  test('is silent while an input method composes', () => {
    expect(commandOf(press('n', ['Ctrl'], { isComposing: true }), false)).toBeNull();
    expect(commandOf(press('n', ['Ctrl'], { keyCode: 229 }), false)).toBeNull();
  });

  test('leaves characters typed with AltGr alone', () => {
    expect(commandOf(press('m', ['Ctrl', 'Alt', 'AltGraph']), false)).toBeNull();
  });

  test('goes by the place of the key where Alt changes its character', () => {
    expect(commandOf(press('µ', ['Meta', 'Alt'], { code: 'KeyM' }), true)).toBe('comment.add');
  });

  test('goes by what a person has chosen', () => {
    shortcuts.set({ 'story.new': 'Mod+J', 'story.save': '' });
    expect(commandOf(press('j', ['Ctrl']), false)).toBe('story.new');
    expect([commandOf(press('n', ['Ctrl']), false), commandOf(press('s', ['Ctrl']), false)]).toEqual([null, null]);
    shortcuts.set({});
  });

  test('finds the keys of the zoom on any layout, and digits by their place', () => {
    expect(commandOf(press('=', ['Ctrl'], { code: 'Equal' }), false)).toBe('view.zoomIn');
    expect(commandOf(press('+', ['Ctrl', 'Shift'], { code: 'Equal' }), false)).toBe('view.zoomIn');
    expect(commandOf(press('+', ['Ctrl'], { code: 'NumpadAdd' }), false)).toBe('view.zoomIn');
    expect(commandOf(press('à', ['Ctrl'], { code: 'Digit0' }), false)).toBe('view.zoomReset');
    expect(commandOf(press('(', ['Ctrl', 'Shift'], { code: 'Digit9' }), false, true)).toBe('block.quote');
  });

  test('leaves to the editor what the editor does itself', () => {
    expect(commandOf(press('b', ['Ctrl']), false)).toBeNull();
    expect(commandOf(press('z', ['Ctrl']), false)).toBeNull();
  });
});

test('shortcuts are written as the platform writes them', () => {
  expect(shortcutText('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(shortcutText('Mod+Shift+P', true)).toBe('⇧⌘P');
  expect(shortcutText('', true)).toBe('');
});
