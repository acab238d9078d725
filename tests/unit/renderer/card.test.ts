import { expect, test } from 'vitest';
import { cardOf } from '../../../renderer/preview/card.ts';
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
