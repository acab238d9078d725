// Whom a hand-off comes from is said before anything of it is taken in.
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../main/person.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { para, story } from '../review/kit.ts';
import { type Desk, good, makeFolder, openDesk, rewrite } from './desks.ts';

const draft = story([para(1, 'Cầu dài 120 m.')]);
const key = (desk: Desk) => fingerprintOf(desk.person.publicKey());

async function sentBy(name: string) {
  const desk = await openDesk(name);
  await desk.create(draft);
  return { desk, file: await desk.send(draft.id, path.join(makeFolder(), 'bài')) };
}
async function asked(desk: Desk, file: string) {
  const received = good(await desk.review.receive(file));
  return received.kind === 'asks' ? received.question : null;
}

test('a key not known here is asked about, and nothing is taken in until the answer', async () => {
  const { desk: sender, file } = await sentBy('Thu Hà');
  const receiver = await openDesk('Lan');
  const question = await asked(receiver, file);
  expect(question).toMatchObject({
    why: 'unknown',
    from: { name: 'Thu Hà', fingerprint: key(sender) },
    knownAs: null,
    others: [],
    isNew: true,
  });
  expect(await receiver.store.listStories()).toEqual([]);
  expect(await receiver.review.senders.list()).toEqual([]);
  good(await receiver.review.take(question!.id, false));
  expect((await receiver.store.listStories()).map(({ id }) => id)).toEqual([draft.id]);
  expect(await receiver.review.senders.list()).toMatchObject([
    { name: 'Thu Hà', fingerprint: key(sender), verified: false },
  ]);
  // From now on they are known.
  await sender.edit(draft.id, rewrite('120', '125'));
  expect(await asked(receiver, await sender.send(draft.id, file))).toBeNull();
});

test('take in and trust is remembered, and taken back; a forgotten sender is asked about again', async () => {
  const { desk: sender, file } = await sentBy('Thu Hà');
  const receiver = await openDesk('Lan');
  const { senders, take } = receiver.review;
  good(await take((await asked(receiver, file))!.id, true));
  expect(await senders.list()).toMatchObject([{ verified: true }]);
  good(await receiver.review.receive(file));
  expect(await senders.list()).toMatchObject([{ verified: true }]);
  expect(good(await senders.verify(key(sender), false))).toMatchObject([{ verified: false }]);
  expect(good(await senders.forget(key(sender)))).toEqual([]);
  expect(await asked(receiver, file)).toMatchObject({ why: 'unknown', isNew: false });
});

test('a known name under another key is asked about, beside the key that is known; one’s own name, too', async () => {
  const { desk: known, file } = await sentBy('Thu Hà');
  const { file: other } = await sentBy('THU HA ');
  const { file: mine } = await sentBy('Lan');
  const receiver = await openDesk('Lan');
  good(await receiver.open(file));
  expect(await asked(receiver, other)).toMatchObject({
    why: 'otherKey',
    knownAs: null,
    others: [{ name: 'Thu Hà', fingerprint: key(known) }],
  });
  expect(await asked(receiver, mine)).toMatchObject({
    why: 'otherKey',
    others: [{ name: 'Lan', fingerprint: key(receiver), lastSeen: null }],
  });
});

test('a known key under another name is asked about, and known by the new one then', async () => {
  const { desk: sender, file } = await sentBy('Thu Hà');
  const receiver = await openDesk('Lan');
  good(await receiver.open(file));
  good(await sender.person.rename('Tổng biên tập'));
  const renamed = await sender.send(draft.id, file);
  const question = await asked(receiver, renamed);
  expect(question).toMatchObject({ why: 'renamed', knownAs: { name: 'Thu Hà' }, from: { name: 'Tổng biên tập' } });
  good(await receiver.review.take(question!.id, false));
  expect(await receiver.review.senders.list()).toMatchObject([{ name: 'Tổng biên tập' }]);
  expect(await asked(receiver, renamed)).toBeNull();
});

test('one’s own file is nobody’s question, and nobody’s entry', async () => {
  const { desk, file } = await sentBy('Thu Hà');
  expect(await asked(desk, file)).toBeNull();
  expect(await desk.review.senders.list()).toEqual([]);
});

test('the answer is for the file that was asked about, as it was', async () => {
  const { file } = await sentBy('Thu Hà');
  const { file: other } = await sentBy('Minh');
  const receiver = await openDesk('Lan');
  const question = (await asked(receiver, file))!;
  copyFileSync(other, file);
  expect(await receiver.review.take(question.id, true)).toEqual({ ok: false, code: 'changedHandoff' });
  expect(await receiver.review.take('0'.repeat(64), true)).toEqual({ ok: false, code: 'notFound' });
  expect(await receiver.store.listStories()).toEqual([]);
});

test('what went and what came is noted, with its note; the same file once', async () => {
  const note = { to: 'Lan', text: 'Xem giúp con số.' };
  const { desk: sender } = await sentBy('Thu Hà');
  const file = await sender.send(draft.id, path.join(makeFolder(), 'hai'), note);
  const receiver = await openDesk('Lan');
  expect(good(await receiver.open(file)).note).toEqual(note);
  await receiver.receive(file);
  expect(await receiver.review.passages(draft.id)).toMatchObject([{ kind: 'came', name: 'Thu Hà', note: note.text }]);
  const back = await receiver.send(draft.id, path.join(makeFolder(), 'về'), { ...NO_NOTE, to: 'Thu Hà' });
  await sender.receive(back);
  expect(await sender.review.passages(draft.id)).toMatchObject([
    { kind: 'came', name: 'Lan', fingerprint: key(receiver) },
    { kind: 'sent', name: 'Lan', note: note.text, file },
    { kind: 'sent', name: '' },
  ]);
});
