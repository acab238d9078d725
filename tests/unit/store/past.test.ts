import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { StoredBlockState } from '../../../main/store/api.ts';
import { endsOfBursts } from '../../../story/history/bursts.ts';
import { newId } from '../../../story/ids.ts';
import { diffStories } from '../../../story/journal.ts';
import type { Block, Story } from '../../../story/model.ts';
import { isSameBlock } from '../../../story/review/amount.ts';
import { hurt } from './damage.ts';
import { type Life, lifeArbitrary, live, openHere } from './journey.ts';
import { good, makeFolder, makeStory, paragraph } from './make.ts';

afterEach(() => void vi.useRealTimers());

/** A block's states by reading every version, the slow and obvious way. */
function scanned(
  { states, records }: Life,
  createdAt: string,
  id: string,
): (StoredBlockState & { isApart: boolean })[] {
  const found: (StoredBlockState & { isApart: boolean })[] = [];
  for (const [seq, story] of states.entries()) {
    const block = story.body.find((one) => one.id === id) ?? null;
    const last = found.at(-1)?.block ?? null;
    const isSame = last && block ? isSameBlock(last, block) : last === block;
    if (isSame) continue;
    const { at, author } = records[seq - 1] ?? { at: createdAt, author: 'an' };
    found.push({ seq, at, author, block, isApart: seq === 0 });
  }
  return found;
}

test('a block’s past is what a scan of all versions finds', () => {
  fc.assert(
    fc.property(lifeArbitrary, (plan) => {
      const life = live(plan);
      const { methods } = openHere(life.folder);
      const ids = new Set(life.states.flatMap((state) => state.body.map((block) => block.id)));
      const createdAt = '2025-03-10T08:00:00.000Z';
      for (const id of ids)
        expect(methods.blockPast(plan.story.id, id).states).toEqual(
          endsOfBursts(scanned(life, createdAt, id))
            .reverse()
            .map(({ isApart: _, ...state }) => state),
        );
      expect(methods.blockPast(plan.story.id, newId())).toEqual({ states: [], origin: null, isCut: false });
      methods.close();
    }),
    { numRuns: 40 },
  );
});

/** Writes states of a story one after the other; gives the library. */
function written(...states: Story[]) {
  const folder = makeFolder();
  const library = openHere(folder);
  good(library.methods.createStory(states[0]!, 'an'));
  for (const [seq, story] of states.slice(1).entries())
    good(library.methods.appendRecord(story.id, seq, diffStories(states[seq]!, story), `author ${seq}`));
  return { folder, library };
}
const withBody = (story: Story, ...body: Block[]): Story => ({ ...story, body });

test('a second half knows the paragraph it was split off from, also typed on at once', () => {
  const story = makeStory();
  const whole = paragraph('Con đường dài bốn cây số nối ba xã vừa thông xe.');
  const first = paragraph('Con đường dài bốn cây số', whole.id);
  const second = paragraph('nối ba xã vừa thông xe. Xe tải nhỏ đã vào tận bản.');
  const other = paragraph('Không liên quan gì.');
  const { library } = written(
    withBody(story, whole),
    withBody(story, first, second),
    withBody(story, first, other, second),
  );
  expect(library.methods.blockPast(story.id, second.id).origin).toBe(whole.id);
  expect(library.methods.blockPast(story.id, other.id).origin).toBeNull();
  expect(library.methods.blockPast(story.id, whole.id).origin).toBeNull();
  library.methods.close();
});

test('split in three by one record, the last part knows where it came from, too', () => {
  const story = makeStory();
  const whole = paragraph('Một hai. Ba bốn. Năm sáu.');
  const parts = [paragraph('Một hai.', whole.id), paragraph('Ba bốn.'), paragraph('Năm sáu.')];
  const { library } = written(withBody(story, whole), withBody(story, ...parts));
  expect(library.methods.blockPast(story.id, parts[2]!.id).origin).toBe(whole.id);
  library.methods.close();
});

test('a damaged record is passed over, the states around it are told', () => {
  const story = makeStory();
  const block = paragraph('Một.');
  const at = (text: string) => withBody(story, { ...block, runs: [{ text }] });
  const { folder, library } = written(at('Một.'), at('Hai.'), at('Ba.'), at('Bốn.'));
  library.methods.close();
  hurt(folder, "UPDATE records SET change = replace(change, 'Hai', 'Hái') WHERE seq = 2 OR seq = 1");
  const again = openHere(folder);
  const texts = again.methods.blockPast(story.id, block.id).states.map((state) => JSON.stringify(state.block?.type));
  expect(texts.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(again.methods.blockPast(story.id, block.id))).not.toContain('Hái');
  again.methods.close();
});
