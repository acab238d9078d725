import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../preload/contract.ts';
import { COMMAND_IDS, COMMAND_INFO, commandOf, type KeyPress, shortcutText } from '../../../renderer/commands.ts';

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

  test('gives no two commands the same keys', () => {
    const keys = COMMAND_IDS.map((id) => COMMAND_INFO[id].keys).filter(Boolean);
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
