import { expect, test } from 'vitest';
import { cardOf, cutPosition } from '../../../renderer/preview/card.ts';
import { emptyStory, type Figure, type Story } from '../../../story/model.ts';

const story = (fields: Partial<Story['fields']>, ...body: Story['body']): Story => {
  const made = emptyStory('vi', '2026-01-01T00:00:00.000Z');
  return { ...made, fields: { ...made.fields, ...fields }, body: [...made.body, ...body] };
};
const figure = (width: number, height: number): Figure => ({
  id: '0199d0a0-5e00-7002-8a3c-1f2e3d4c5b6a',
  type: 'figure',
  photo: 'a'.repeat(64),
  ...{ width, height, caption: '', credit: '', copyright: '', alt: 'Ruộng', unchecked: [] },
});

test('a card takes the social headline, or else the story’s', () => {
  expect(cardOf(story({ headline: 'Tít' })).headline).toBe('Tít');
  expect(cardOf(story({ headline: 'Tít', headlineSocial: ' Tít mạng ' })).headline).toBe('Tít mạng');
});

test('it says what is missing', () => {
  expect(cardOf(story({})).problems).toEqual(['noHeadline', 'noStandfirst', 'noPhoto']);
  const whole = { headline: 'Tít', standfirst: 'Sapo' };
  expect(cardOf(story(whole, figure(1200, 630))).problems).toEqual([]);
  expect(cardOf(story(whole, figure(1200, 629))).problems).toEqual(['smallPhoto']);
});

test('a headline is long by the limit of the social one, counted as a reader does', () => {
  const limits = { headlineSocial: 3 };
  expect(cardOf(story({ headline: 'ă̂̉'.repeat(3) }), limits).problems).not.toContain('longHeadline');
  expect(cardOf(story({ headline: 'chợ á' }), limits).problems).toContain('longHeadline');
});

test('a card keeps the focal point in sight: of a high photo up or down, of a wide one to the left or right', () => {
  const high = { width: 1000, height: 2000 };
  expect(cutPosition(high)).toBe('50% 50%');
  expect(cutPosition({ ...high, recipe: { focal: { x: 0.5, y: 0 } } })).toBe('50% 0%');
  expect(cutPosition({ ...high, recipe: { focal: { x: 0.5, y: 1 } } })).toBe('50% 100%');
  expect(cutPosition({ ...high, recipe: { rotate: 180, focal: { x: 0.5, y: 0 } } })).toBe('50% 100%');
  expect(cutPosition({ width: 4000, height: 1000, recipe: { focal: { x: 0.1, y: 0.5 } } })).toBe('0% 50%');
});

test('the first photo is small where its crop is', () => {
  const crop = { x: 0, y: 0, width: 0.2, height: 0.2 };
  const made = figure(4000, 3000);
  expect(cardOf(story({}, made)).problems).not.toContain('smallPhoto');
  expect(cardOf(story({}, { ...made, recipe: { crop } })).problems).toContain('smallPhoto');
});
