import { expect, test } from 'vitest';
import { type Layout, withInspector, withLibrary } from '../../../renderer/desk/layout.ts';

const closed: Layout = { library: false, inspector: false, tab: 'review', gaveWay: false };
const withShelf: Layout = { ...closed, library: true };
const shown = ({ library, inspector }: Layout) => [library, inspector];

test('in a wide window both panes stand beside the story', () => {
  expect(shown(withInspector(withShelf, true, 1280))).toEqual([true, true]);
  expect(shown(withLibrary({ ...closed, inspector: true }, true, 1280))).toEqual([true, true]);
});

test('in a narrow window the library gives way to the inspector, and comes back', () => {
  const open = withInspector(withShelf, true, 900);
  expect(shown(open)).toEqual([false, true]);
  expect(shown(withInspector(open, true, 900))).toEqual([false, true]);
  expect(shown(withInspector(open, false, 900))).toEqual([true, false]);
});

test('a library that the person closed stays closed', () => {
  expect(shown(withInspector(withInspector(closed, true, 900), false, 900))).toEqual([false, false]);
});

test('the library, opened in a narrow window, takes the inspector’s place', () => {
  const library = withLibrary(withInspector(withShelf, true, 900), true, 900);
  expect(shown(library)).toEqual([true, false]);
  expect(shown(withLibrary(library, false, 900))).toEqual([false, false]);
});
