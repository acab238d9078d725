import { coreOf } from '../../../renderer/editor/core.ts';
import { openSession } from '../../../renderer/editor/session.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, emptyStory, isTextBlock, plainText, type Story } from '../../../story/model.ts';
import { decideEntries } from '../../../story/review/suggest/decided.ts';
import { entriesOf } from '../../../story/review/suggest/entries.ts';
import { openSuggestions } from '../../../story/review/suggest/views.ts';
import { countWords } from '../../../story/text/counts.ts';

const AT = '2026-11-20T02:00:00.000Z';
const PERSON = { name: 'Thu Hà', fingerprint: 'ab'.repeat(32) };
const WORDS = 12_000;
const SUGGESTIONS = 1_000;
/** Words of a paragraph; so many paragraphs have so many suggestions each. */
const A_PARAGRAPH = 60;
const ROUNDS = 5;

/** The median of what it takes to accept 1,000 suggestions in 12,000 words through a session: list, decide, write. */
export async function acceptAllMs(): Promise<{ acceptAllMs: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(acceptOnce());
  return { acceptAllMs: Math.round(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number) };
}

function acceptOnce(): number {
  const story = suggestedStory();
  const session = openSession({ story, seq: 1, readOnly: false, problem: null } as Parameters<typeof openSession>[0], {
    append: async (_id, seq) => ({ ok: true, value: { seq: seq + 1, at: AT } }),
    checkpoint: async () => ({ ok: true, value: null }),
  });
  const found = openSuggestions(session.story()).length;
  if (found !== SUGGESTIONS) throw new Error(`acceptAll: ${found} suggestions`);
  const start = performance.now();
  session.apply(decideEntries(session.story(), entriesOf(session.story()), true, PERSON, AT));
  const after = session.story();
  const took = performance.now() - start;
  if (openSuggestions(after).length > 0 || !after.body.every(isRead)) throw new Error('acceptAll: something is left');
  coreOf(session).editor.dispose();
  return took;
}

const isRead = (block: Block): boolean => isTextBlock(block) && !plainText(block.runs).includes('cũ');

/** One word in twelve is replaced, as deletion and insertion; the suggestions are half of each. */
function suggestedStory(): Story {
  const suggestions: Story['suggestions'] = {};
  const mark = (kind: 'insertion' | 'deletion', from?: string) => {
    const id = newId();
    const { fingerprint: by, name } = PERSON;
    suggestions[id] = {
      id,
      by,
      name,
      at: AT,
      kind,
      ...(kind === 'insertion' && from && { from }),
    } as Story['suggestions'][string];
    return [id];
  };
  const paragraphs = WORDS / A_PARAGRAPH;
  const body = Array.from({ length: paragraphs }, (_, index): Block => {
    const id = newId();
    const plain = 'bản làng vùng cao nay đã có đường mới đi ';
    const replaced = SUGGESTIONS / 2 / paragraphs;
    const pairs = Math.floor((index + 1) * replaced) - Math.floor(index * replaced);
    const runs = Array.from({ length: A_PARAGRAPH / 10 }, (_unused, at) =>
      at < pairs
        ? [
            { text: plain },
            { text: 'cũ ', suggestions: mark('deletion') },
            { text: 'tốt ', suggestions: mark('insertion', id) },
          ]
        : [{ text: plain }],
    );
    return { id, type: 'paragraph', runs: runs.flat() };
  });
  const story = { ...emptyStory('vi', AT), body, suggestions };
  if (countWords(story) < WORDS * 0.95) throw new Error('acceptAll: too few words');
  return story;
}
