import { expect, test } from 'vitest';
import { type Step, type Steps, stepped } from '../../../renderer/editor/photo/steps.ts';

const after = (...steps: Step<string>[]) =>
  steps.reduce<Steps<string>>(stepped, { past: [], now: 'a', future: [], gesture: null });

test('each step is taken back and done again; a new one forgets what was taken back', () => {
  const two: Step<string>[] = [{ to: 'b' }, { to: 'c' }];
  expect(after(...two, 'undo').now).toBe('b');
  expect(after(...two, 'undo', 'undo', 'undo').now).toBe('a');
  expect(after(...two, 'undo', 'undo', 'redo', 'redo', 'redo').now).toBe('c');
  expect(after(...two, 'undo', { to: 'd' }, 'redo').now).toBe('d');
});

test('a pull of the mouse is one step, and so is the next one', () => {
  const [pull, next] = [{}, {}];
  const pulled: Step<string>[] = [
    { to: 'b', gesture: pull },
    { to: 'c', gesture: pull },
    { to: 'd', gesture: next },
    { to: 'e', gesture: next },
  ];
  expect(after(...pulled, 'undo').now).toBe('c');
  expect(after(...pulled, 'undo', 'undo').now).toBe('a');
  // After an undo the same gesture begins anew.
  expect(after(...pulled, 'undo', { to: 'f', gesture: next }, 'undo').now).toBe('c');
});
