import { expect, test } from 'vitest';
import { zoomed } from '../../../renderer/editor/view/view.ts';

test('the zoom goes by steps from half to two and a half, and back to the text as it is', () => {
  let zoom = 1;
  const up = Array.from({ length: 10 }, () => {
    zoom = zoomed(zoom, 1);
    return zoom;
  });
  expect(up).toEqual([1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.25, 2.5, 2.5, 2.5]);
  expect([zoomed(1, -1), zoomed(0.5, -1), zoomed(1.17, 1), zoomed(1.17, -1), zoomed(2, 0)]).toEqual([
    0.9, 0.5, 1.25, 1.1, 1,
  ]);
});
