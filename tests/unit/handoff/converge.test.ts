// Three libraries on disk, files in any order, late, twice or never: in the end all three hold one text, with every word.
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinRuns } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, emptyStory, type Paragraph, type Story } from '../../../story/model.ts';
import { blockTexts } from '../blockTexts.ts';
import { everything, words } from '../review/kit.ts';
import { type Desk, makeFolder, openDesk } from './desks.ts';

const draft = (): Story => ({
  ...emptyStory('vi', '2026-10-01T01:00:00.000Z'),
  body: ['Cầu dài 120 m.', 'Vốn 3.700 tỷ đồng.', 'Dân vui.'].map(
    (text): Paragraph => ({ id: newId(), type: 'paragraph', runs: [{ text }] }),
  ),
});

const step = fc.record({
  act: fc.constantFrom(
    'type',
    'type',
    'headline',
    'move',
    'split',
    'join',
    'drop',
    'send',
    'send',
    'send',
    'receive',
    'receive',
    'receive',
  ),
  desk: fc.nat(2),
  at: fc.nat(50),
});

test('whatever came in which order, three desks come to one text with every word of each', async () => {
  const desks = await Promise.all(['Phóng viên', 'Biên tập viên', 'Thư ký'].map(openDesk));
  const folder = makeFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const story = draft();
      const { id } = story;
      const name = (which: string) => path.join(folder, `${++round} ${which}`);
      await desks[0]!.create(story);
      const files = [await desks[0]!.send(id, name('first'))];
      const typed: string[] = words(everything(story));
      const dropped = new Set<string>();
      for (const [index, { act, desk: which, at }] of steps.entries()) {
        const desk = desks[which]!;
        if (act === 'receive') await desk.receive(files[at % files.length]!);
        else if (!(await has(desk, id))) continue;
        else if (act === 'send') files.push(await desk.send(id, name('some')));
        else {
          const word = `w${index}x`;
          if (act === 'type' || act === 'headline') typed.push(word);
          const before = words(everything(await desk.story(id)));
          const after = new Set(words(everything(await desk.edit(id, (now) => CHANGES[act](now, at, word)))));
          for (const gone of before) if (!after.has(gone)) dropped.add(gone);
        }
      }
      await exchange(desks, id, name);
      const ends = await Promise.all(desks.map((desk) => desk.story(id)));
      for (const end of ends) {
        const there = new Set(words(everything(end)));
        expect(typed.filter((word) => !there.has(word) && !dropped.has(word))).toEqual([]);
        expect(readable(end)).toEqual(readable(ends[0]!));
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
}, 600_000);

const has = async (desk: Desk, id: string) => (await desk.store.readStory(id)).ok;
const readable = ({ fields, body, threads }: Story) => ({ fields, body, threads });

/** Each sends to the others in turn, until nothing is new to anybody. */
async function exchange(desks: Desk[], id: string, name: (which: string) => string): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    let isNews = false;
    for (const desk of desks) {
      if (!(await has(desk, id))) continue;
      const file = await desk.send(id, name('last'));
      for (const other of desks) {
        if (other === desk) continue;
        const before = (await has(other, id)) ? await other.story(id) : null;
        await other.receive(file);
        isNews ||= JSON.stringify(before) !== JSON.stringify(await other.story(id));
      }
    }
    if (!isNews) return;
  }
}

const partsOf = (block: Block): string[] => (blockTexts(block)[0] ?? '').split(' ');
const withParts = (block: Block, parts: string[]): Block =>
  ({ ...block, runs: joinRuns([{ text: parts.filter((part) => part !== '').join(' ') }]) }) as Block;
/** The story with one of its blocks replaced. */
function on(story: Story, at: number, change: (block: Block, index: number) => Block[]): Story {
  const index = at % story.body.length;
  return { ...story, body: story.body.flatMap((block, i) => (i === index ? change(block, index) : [block])) };
}

const CHANGES = {
  type: (story: Story, at: number, word: string): Story =>
    on(story, at, (block) => {
      const parts = partsOf(block);
      return [withParts(block, parts.toSpliced((at * 7) % (parts.length + 1), 0, word))];
    }),
  drop: (story: Story, at: number): Story =>
    on(story, at, (block) => [withParts(block, partsOf(block).toSpliced((at * 7) % partsOf(block).length, 1))]),
  split: (story: Story, at: number): Story =>
    on(story, at, (block) => {
      const parts = partsOf(block);
      const middle = Math.ceil(parts.length / 2);
      return [withParts(block, parts.slice(0, middle)), withParts({ ...block, id: newId() }, parts.slice(middle))];
    }),
  join: (story: Story, at: number): Story => {
    const index = at % story.body.length;
    const [first, second] = story.body.slice(index, index + 2);
    if (!first || !second) return story;
    return {
      ...story,
      body: story.body.toSpliced(index, 2, withParts(first, [...partsOf(first), ...partsOf(second)])),
    };
  },
  headline: (story: Story, _at: number, word: string): Story => ({
    ...story,
    fields: { ...story.fields, headline: `${story.fields.headline} ${word}`.trim() },
  }),
  move: (story: Story, at: number): Story => {
    const [moved] = story.body.slice(at % story.body.length);
    const rest = story.body.filter((block) => block !== moved);
    return { ...story, body: rest.toSpliced((at * 3) % (rest.length + 1), 0, moved!) };
  },
};
