// Hand-offs cross, get lost, come twice and go round by third desks: nothing may be lost in any of it.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { emptyStory, isTextBlock, type Paragraph, type Story } from '../../../story/model.ts';
import { everything, words } from '../review/kit.ts';
import { type Desk, good, makeFolder, openDesk, openMockDesk, rewrite, texts } from './desks.ts';

const draft = (): Story => ({
  ...emptyStory('vi', '2026-10-01T01:00:00.000Z'),
  body: ['Cầu dài 120 m.', 'Vốn 3.700 tỷ đồng.', 'Dân vui.'].map(
    (text): Paragraph => ({ id: newId(), type: 'paragraph', runs: [{ text }] }),
  ),
});

describe('a reporter and an editor, with real stores', () => {
  async function desks() {
    const [reporter, editor] = [await openDesk('Phóng viên'), await openDesk('Biên tập viên')];
    const story = draft();
    await reporter.create(story);
    const folder = makeFolder();
    return { reporter, editor, id: story.id, file: (name: string) => path.join(folder, `${name}.copydesk`) };
  }

  test('there and back: both sides’ changes are there', async () => {
    const { reporter, editor, id, file } = await desks();
    const sent = await reporter.send(id, file('there'));
    expect(good(await editor.open(sent))).toMatchObject({ storyId: id, isNew: true });
    expect(texts(await editor.story(id))).toEqual(texts(await reporter.story(id)));
    await editor.edit(id, rewrite('Dân vui', 'Bà con rất vui'));
    await reporter.edit(id, rewrite('120 m', '120 m, rộng 4 m'));
    expect(await reporter.receive(await editor.send(id, file('back')))).toBe(0);
    expect(texts(await reporter.story(id))).toEqual([
      'Cầu dài 120 m, rộng 4 m.',
      'Vốn 3.700 tỷ đồng.',
      'Bà con rất vui.',
    ]);
  });

  test('sent twice, the first one lost: the second is enough', async () => {
    const { reporter, editor, id, file } = await desks();
    await reporter.send(id, file('lost'));
    await reporter.edit(id, rewrite('120 m', '125 m'));
    await editor.open(await reporter.send(id, file('second')));
    await editor.edit(id, rewrite('Dân vui', 'Bà con vui'));
    await reporter.edit(id, rewrite('3.700', '3.800'));
    expect(await reporter.receive(await editor.send(id, file('back')))).toBe(0);
    expect(texts(await reporter.story(id))).toEqual(['Cầu dài 125 m.', 'Vốn 3.800 tỷ đồng.', 'Bà con vui.']);
  });

  test('sent twice, both received, the older one last: nothing is lost, nothing stands twice', async () => {
    const { reporter, editor, id, file } = await desks();
    await editor.open(await reporter.send(id, file('first')));
    await editor.edit(id, rewrite('Dân vui', 'Bà con vui'));
    const second = await reporter
      .edit(id, rewrite('120 m', '120 m, rộng 4 m'))
      .then(() => reporter.send(id, file('second')));
    await reporter.edit(id, rewrite('3.700', '3.800'));
    const third = await reporter.send(id, file('third'));
    expect(await editor.receive(third)).toBe(0);
    expect(await editor.receive(second)).toBe(0);
    expect(texts(await editor.story(id))).toEqual(['Cầu dài 120 m, rộng 4 m.', 'Vốn 3.800 tỷ đồng.', 'Bà con vui.']);
  });

  test('the same file twice changes nothing, also after its conflict was decided', async () => {
    const { reporter, editor, id, file } = await desks();
    await editor.open(await reporter.send(id, file('there')));
    await editor.edit(id, rewrite('3.700', '3.900'));
    await reporter.edit(id, rewrite('3.700', '3.800'));
    const back = await editor.send(id, file('back'));
    expect(await reporter.receive(back)).toBe(1);
    const merged = await reporter.edit(id, rewrite('3.900', '3.950'));
    expect(await reporter.receive(back)).toBe(0);
    expect(await reporter.story(id)).toEqual(merged);
  });

  test('crossing: each side sends before the other’s arrives', async () => {
    const { reporter, editor, id, file } = await desks();
    await editor.open(await reporter.send(id, file('there')));
    await editor.edit(id, rewrite('Dân vui', 'Bà con vui'));
    await reporter.edit(id, rewrite('120 m', '125 m'));
    const [a, b] = [await reporter.send(id, file('a')), await editor.send(id, file('b'))];
    expect([await editor.receive(a), await reporter.receive(b)]).toEqual([0, 0]);
    await reporter.edit(id, rewrite('3.700', '3.800'));
    expect(await editor.receive(await reporter.send(id, file('c')))).toBe(0);
    expect(texts(await editor.story(id))).toEqual(['Cầu dài 125 m.', 'Vốn 3.800 tỷ đồng.', 'Bà con vui.']);
    expect(texts(await reporter.story(id))).toEqual(texts(await editor.story(id)));
  });

  test('one’s own file, opened by mistake, changes nothing, and the next merge loses nothing', async () => {
    const { reporter, editor, id, file } = await desks();
    await editor.open(await reporter.send(id, file('there')));
    await reporter.edit(id, rewrite('120 m', '120 m, rộng 4 m'));
    const own = await reporter.send(id, file('own'));
    await reporter.edit(id, rewrite('3.700', '3.800'));
    const before = await reporter.story(id);
    expect(await reporter.receive(own)).toBe(0);
    expect(await reporter.story(id)).toEqual(before);
    await editor.receive(await reporter.send(id, file('next')));
    expect(texts(await editor.story(id))).toEqual(texts(before));
  });

  test('a file that goes round by a third desk brings every word home', async () => {
    const { reporter, editor, id, file } = await desks();
    const chief = await openDesk('Trưởng ban');
    await editor.open(await reporter.send(id, file('one')));
    await editor.edit(id, rewrite('Dân vui.', 'Dân vui. Trẻ em đến trường.'));
    await chief.open(await editor.send(id, file('two')));
    await chief.edit(id, rewrite('120 m', '125 m'));
    await reporter.edit(id, rewrite('3.700', '3.800'));
    await reporter.receive(await chief.send(id, file('three')));
    expect(texts(await reporter.story(id))).toEqual([
      'Cầu dài 125 m.',
      'Vốn 3.800 tỷ đồng.',
      'Dân vui. Trẻ em đến trường.',
    ]);
  });

  test('merged is refused for a version that never came in', async () => {
    const { reporter, id } = await desks();
    const theirs = rewrite('120', '130')(await reporter.story(id));
    expect(await reporter.merged({ storyId: id, theirs } as never)).toEqual({ ok: false, code: 'badRequest' });
    expect(await reporter.store.getCommon(id)).toBeNull();
  });
});

test('three desks, files in any order, lost or twice: no word that nobody deleted is ever lost by a merge', async () => {
  const step = fc.record({
    act: fc.constantFrom('type', 'delete', 'send', 'send', 'receive', 'receive'),
    desk: fc.nat(2),
    at: fc.nat(50),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const folder = makeFolder();
      const desks = await Promise.all(['A', 'B', 'C'].map(openMockDesk));
      const story = draft();
      await desks[0]!.create(story);
      const files = [await desks[0]!.send(story.id, path.join(folder, 'first'))];
      const deleted = new Set<string>();
      for (const [index, { act, desk: which, at }] of steps.entries()) {
        const desk = desks[which]!;
        // One of the last four files: mostly one that is new to this desk.
        if (act === 'receive')
          await receiveKeeping(desk, story.id, files.at(-1 - (at % Math.min(files.length, 4)))!, deleted);
        else if (!(await has(desk, story.id))) continue;
        else if (act === 'send') files.push(await desk.send(story.id, path.join(folder, String(index))));
        else
          await desk.edit(story.id, (now) =>
            act === 'type' ? typeWord(now, at, `w${index}x`) : dropWord(now, at, deleted),
          );
      }
    }),
    { numRuns: 60 },
  );
});

const has = async (desk: Desk, id: string) => (await desk.store.readStory(id)).ok;
const found = (story: Story) => words(everything(story));

async function receiveKeeping(desk: Desk, id: string, file: string, deleted: ReadonlySet<string>): Promise<void> {
  const before = (await has(desk, id)) ? found(await desk.story(id)) : [];
  const theirs = good(await desk.open(file)).theirs;
  await desk.receive(file);
  const after = new Set(found(await desk.story(id)));
  const lost = [...before, ...found(theirs)].filter((word) => !after.has(word) && !deleted.has(word));
  expect(lost).toEqual([]);
}

function onBlock(story: Story, at: number, change: (parts: string[]) => string[]): Story {
  const index = at % story.body.length;
  return {
    ...story,
    body: story.body.map((block, i) => {
      if (i !== index || !isTextBlock(block)) return block;
      const text = block.runs.map((run) => run.text).join('');
      return { ...block, runs: [{ text: change(text.split(' ')).join(' ') }] };
    }),
  };
}
const typeWord = (story: Story, at: number, word: string): Story =>
  onBlock(story, at, (parts) => parts.toSpliced((at * 7) % (parts.length + 1), 0, word));
const dropWord = (story: Story, at: number, deleted: Set<string>): Story =>
  onBlock(story, at, (parts) => {
    const [gone = ''] = parts.slice((at * 7) % parts.length);
    for (const word of words(gone)) deleted.add(word);
    return parts.toSpliced((at * 7) % parts.length, 1);
  });
