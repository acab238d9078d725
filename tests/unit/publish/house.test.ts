// What main refuses for the house, whatever the window says.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutboxNeeds } from '../../../main/publish/outbox.ts';
import type { Operation } from '../../../preload/contract.ts';
import { diffStories } from '../../../story/journal.ts';
import { approve } from '../../../story/review/approval.ts';
import { type HouseRules, NO_RULES } from '../../../story/review/house.ts';
import { good } from '../../cms/desk.ts';
import { type Bench, startBench } from './mock-destination.ts';

const AT = '2026-03-05T02:31:00.000Z';
const editor = { name: 'Biên tập', fingerprint: 'bt' };
const publisher = { name: 'PV', fingerprint: 'pv' };
let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.end());

/** A stored story, approved by somebody or not, and what `publish.start` says to it in such a house. */
async function asked(approver: typeof editor | null, house: ReturnType<OutboxNeeds['house']>, operation?: Operation) {
  bench.answer = async () => ({ ok: false, code: 'notAllowed' });
  const { storyId } = await bench.job(await bench.enqueue(await bench.destination('/first')));
  await bench.outbox.idle();
  const { story } = good(await bench.store.readStory(storyId));
  const approved = approver && approve(story, approver, AT);
  const change = approved ? diffStories(story, approved) : { fields: { kicker: 'Thời sự' } };
  const { seq } = good(await bench.store.appendRecord(storyId, 0, change, 'bt'));
  await bench.restart({ house: () => house });
  const start = async (at: number) => {
    const destinationId = await bench.destination();
    const input = { storyId, destinationId, seq: at, confirmed: true, ...(operation && { operation }) };
    const answer = await bench.outbox.startPublication(input);
    await bench.outbox.idle();
    return answer;
  };
  return { storyId, seq, start };
}
const demands = (change: Partial<HouseRules>) => ({ rules: { ...NO_RULES, ...change } });

test('where approval is needed no word of a person publishes what is not approved', async () => {
  const { seq, start } = await asked(null, demands({ approvalNeeded: true }));
  expect(await start(seq)).toEqual({ ok: false, code: 'approvalNeeded' });
});

test('the approved version goes out, and not the one after it', async () => {
  const { storyId, seq, start } = await asked(editor, demands({ approvalNeeded: true }));
  good(await start(seq));
  const later = good(await bench.store.appendRecord(storyId, seq, { fields: { headline: 'Tít khác' } }, 'pv'));
  expect(await start(later.seq)).toEqual({ ok: false, code: 'approvalNeeded' });
});

test.each([
  ['another', editor, null],
  ['the same person', publisher, 'samePerson'],
] as const)('two persons: approved by %s', async (_, approver, code) => {
  const { seq, start } = await asked(approver, demands({ twoPersons: true }));
  const answer = await start(seq);
  expect(answer.ok ? null : answer.code).toBe(code);
});

test('signed roles bind in main, too', async () => {
  const signedRoles = { by: editor, roles: [{ ...publisher, role: 'reporter' as const }] };
  const { seq, start } = await asked(editor, { signedRoles });
  expect(await start(seq)).toEqual({ ok: false, code: 'notPublisher' });
});

test('what waits at the destination for somebody there is not for readers yet', async () => {
  const { seq, start } = await asked(null, demands({ approvalNeeded: true, twoPersons: true }), 'pending');
  good(await start(seq));
});

test('required points of the checklist stand in the way', async () => {
  const point = { id: 'a', text: 'Đã gọi lại nguồn tin', required: true, type: '' };
  const { seq, start } = await asked(editor, demands({ checklist: [point] }));
  expect(await start(seq)).toEqual({ ok: false, code: 'notReady', detail: 'checklistOpen' });
});
