import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMAND_IDS, type CommandId, type KeyPress, keysOf } from '../../../renderer/commands.ts';
import { holderOf, recorded, withKeys, withoutChoice } from '../../../renderer/keyboard/record.ts';

const press = (key: string, code: string, ...held: string[]): KeyPress => ({
  key,
  code,
  keyCode: 0,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  isComposing: false,
  getModifierState: (name) => held.includes(name),
});
const refused = (refusal: string) => ({ ok: false, refusal });

describe('what can be a shortcut', () => {
  test.each([
    [press('J', 'KeyJ', 'Ctrl', 'Shift'), 'Mod+Shift+J'],
    [press('j', 'KeyJ', 'Ctrl', 'Alt'), 'Mod+Alt+J'],
    [press('(', 'Digit9', 'Ctrl', 'Shift'), 'Mod+Shift+9'],
    [press('=', 'Equal', 'Ctrl'), 'Mod+Plus'],
    [press('/', 'Digit7', 'Ctrl', 'Shift'), 'Mod+Shift+7'],
    [press('.', 'Period', 'Ctrl'), 'Mod+.'],
    [press('F8', 'F8'), 'F8'],
    [press('F8', 'F8', 'Shift'), 'Shift+F8'],
  ])('%j is %s', (event, keys) => expect(recorded(event, false)).toEqual({ ok: true, keys }));

  test('on a Mac with Cmd, and by the place of the key where Option changes its character', () => {
    expect(recorded(press('∆', 'KeyJ', 'Meta', 'Alt'), true)).toEqual({ ok: true, keys: 'Mod+Alt+J' });
    expect(recorded(press('j', 'KeyJ', 'Ctrl'), true)).toEqual(refused('system'));
  });

  test.each([
    ['a letter of Telex', press('w', 'KeyW'), 'types'],
    ['a capital letter', press('D', 'KeyD', 'Shift'), 'types'],
    ['a digit of VNI', press('6', 'Digit6'), 'types'],
    ['Alt with a letter', press('j', 'KeyJ', 'Alt'), 'types'],
    ['AltGr', press('@', 'KeyQ', 'Ctrl', 'Alt', 'AltGraph'), 'altGr'],
    ['paste', press('v', 'KeyV', 'Ctrl'), 'editing'],
    ['undo', press('z', 'KeyZ', 'Ctrl'), 'editing'],
    ['Escape', press('Escape', 'Escape', 'Ctrl'), 'moves'],
    ['the switch of input methods', press(' ', 'Space', 'Ctrl'), 'moves'],
    ['a word back', press('ArrowLeft', 'ArrowLeft', 'Ctrl'), 'moves'],
    ['closing the window', press('F4', 'F4', 'Alt'), 'system'],
    ['the Windows key', press('j', 'KeyJ', 'Meta'), 'system'],
  ])('not %s', (_name, event, refusal) => expect(recorded(event, false)).toEqual(refused(refusal)));

  test('nothing while only modifiers are held or an input method composes', () => {
    expect(recorded(press('Shift', 'ShiftLeft', 'Shift'), false)).toBeNull();
    expect(recorded({ ...press('j', 'KeyJ', 'Ctrl'), isComposing: true }, false)).toBeNull();
  });
});

describe('choices', () => {
  test('taking keys from another command leaves that one without', () => {
    const chosen = withKeys({}, 'story.pin', 'Mod+N', false);
    expect(chosen).toEqual({ 'story.pin': 'Mod+N', 'story.new': '' });
    expect(holderOf('Mod+N', 'story.new', chosen, false)).toBe('story.pin');
    expect(withoutChoice(chosen, 'story.new', false)).toEqual({});
  });

  test('what a command came with is no choice; names of another version stay', () => {
    expect(withKeys({ 'from.later': 'Mod+J' }, 'story.new', 'Mod+N', false)).toEqual({ 'from.later': 'Mod+J' });
  });

  test('however they are changed and reset, no two commands have the same keys', () => {
    const id = fc.constantFrom<CommandId[]>(...COMMAND_IDS.filter((one) => !one.startsWith('edit.')));
    const keys = fc.constantFrom('', 'Mod+N', 'Mod+B', 'Mod+J', 'F8', 'F6', 'Mod+Shift+P');
    const step = fc.oneof(fc.tuple(id, keys), fc.tuple(id));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (steps, mac) => {
        let chosen = {};
        for (const [one, wanted] of steps)
          chosen = wanted === undefined ? withoutChoice(chosen, one, mac) : withKeys(chosen, one, wanted, mac);
        const all = COMMAND_IDS.map((one) => keysOf(one, chosen, mac)).filter(Boolean);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
