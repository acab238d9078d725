import { expect, test } from 'vitest';
import type { Story } from '../../../story/model.ts';
import { type Move, moved } from '../../../story/review/workflow.ts';
import { stepsOf } from '../../../story/workflow.ts';
import { merge, para, story } from './kit.ts';

const lan = { name: 'Lan', fingerprint: 'l' };
const minh = { name: 'Minh', fingerprint: 'm' };
const move = (now: Story, which: Move, by: typeof lan, minute: number): Story => ({
  ...now,
  ...moved(now, which, { by, at: `2026-03-05T02:${minute}:00.000Z`, note: '' }),
});
const base = move(story([para(1, 'Một.')]), 'submit', minh, 10);

test('of two desks that moved a story the later step counts, whoever merges, and both are kept', () => {
  const returned = move(base, 'return', lan, 20);
  const approved = move(base, 'approve', minh, 30);
  for (const [ours, theirs] of [
    [returned, approved],
    [approved, returned],
  ] as const) {
    const merged = merge(base, ours, theirs).story;
    expect(merged).toMatchObject({ status: 'approved', approval: approved.approval });
    expect(stepsOf(merged.desk).map(({ status }) => status)).toEqual(['submitted', 'returned', 'approved']);
  }
});

test('who alone moved it is followed, and a deadline and a tick of the other side stay', () => {
  const taken = move(base, 'take', lan, 20);
  const desk = {
    ...base.desk,
    deadline: '2026-03-06T02:00:00.000Z',
    checked: { a: { by: 'm', name: 'Minh', at: base.createdAt } },
  };
  for (const [ours, theirs] of [
    [taken, { ...base, desk }],
    [{ ...base, desk }, taken],
  ] as const)
    expect(merge(base, ours, theirs).story).toMatchObject({
      status: 'inReview',
      desk: { assignee: lan, deadline: desk.deadline, checked: desk.checked },
    });
});

test('where both gave it to somebody and set a day, both desks end with the same', () => {
  const given = (now: Story, assignee: typeof lan, deadline: string): Story => ({
    ...now,
    desk: { ...now.desk, assignee, deadline },
  });
  const taken = move(base, 'take', lan, 20);
  for (const [one, other] of [
    [given(base, lan, '2026-03-06T02:00:00.000Z'), given(base, minh, '2026-03-07T02:00:00.000Z')],
    [given(taken, lan, '2026-03-06T02:00:00.000Z'), given(base, minh, '2026-03-07T02:00:00.000Z')],
  ] as const) {
    const merged = merge(base, one, other).story.desk;
    expect(merge(base, other, one).story.desk).toEqual(merged);
    expect([one.desk.assignee, other.desk.assignee]).toContainEqual(merged.assignee);
  }
  const later = merge(base, given(base, minh, ''), given(taken, lan, '')).story.desk;
  expect(later.assignee).toEqual(lan);
});
