import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCrashes } from '../../../main/shell/crashes.ts';
import { createHolders } from '../../../main/shell/holders.ts';
import { createQuestions, PATIENCE } from '../../../main/shell/questions.ts';

describe('who has a story', () => {
  it('one window at a time, and only that one lets it go', () => {
    const holders = createHolders<string>();
    holders.give('story', 'desk');
    expect(holders.holder('story')).toBe('desk');
    holders.release('story', 'other');
    expect(holders.holder('story')).toBe('desk');
    holders.give('story', 'other');
    holders.release('story', 'desk');
    expect(holders.holder('story')).toBe('other');
  });

  it('a window that is gone has none any more', () => {
    const holders = createHolders<string>();
    holders.give('a', 'desk');
    holders.give('b', 'desk');
    holders.give('c', 'other');
    holders.releaseAll('desk');
    expect(['a', 'b', 'c'].map(holders.holder)).toEqual([null, null, 'other']);
  });
});

describe('a question to a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is answered by that page alone', async () => {
    const questions = createQuestions<string>();
    const sent: number[] = [];
    const answer = questions.ask('desk', (question) => sent.push(question));
    questions.answer('other', sent[0] as number, false);
    questions.answer('desk', 99, false);
    questions.answer('desk', sent[0] as number, true);
    expect(await answer).toBe(true);
    questions.answer('desk', sent[0] as number, false); // nobody waits any more
  });

  it('that is not answered in time means no', async () => {
    const answer = createQuestions<string>().ask('desk', () => undefined);
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await answer).toBe(false);
  });

  it('to a page that goes meanwhile means yes: it holds nothing', async () => {
    const questions = createQuestions<string>();
    const answer = questions.ask('desk', () => undefined);
    questions.gone('other');
    questions.gone('desk');
    expect(await answer).toBe(true);
  });
});

describe('a page that dies', () => {
  it('is loaded again by itself three times within a minute', () => {
    const crashes = createCrashes();
    expect([0, 10_000, 20_000, 30_000].map(crashes.note)).toEqual([true, true, true, false]);
    expect(crashes.note(95_000)).toBe(true);
  });

  it('is told of once', () => {
    const crashes = createCrashes();
    expect(crashes.take()).toBeNull();
    crashes.note(1_000);
    crashes.note(2_000);
    expect(crashes.take()).toBe(2_000);
    expect(crashes.take()).toBeNull();
  });
});
