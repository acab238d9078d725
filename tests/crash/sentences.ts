// The story of the crash tests. Sentence n is the same in every process, so that a test can say what must be there.
import { type Change, fold } from '../../story/journal.ts';
import { emptyStory, type Story } from '../../story/model.ts';

const uuid = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const PER_PARAGRAPH = 4;

export const story: Story = {
  ...emptyStory('vi', '2025-03-01T08:00:00.000Z'),
  id: uuid(1),
  body: [{ id: uuid(2), type: 'paragraph', runs: [] }],
};

const sentence = (n: number): string =>
  `Câu thứ ${n}: giá trị sản xuất đạt ${n}.700 tỷ đồng, tăng ${n % 100},54% so với cùng kỳ. `;

/** The change that adds sentence n (from 1) to the story with the n - 1 before it. */
export function sentenceChange(n: number): Change {
  const first = n - ((n - 1) % PER_PARAGRAPH);
  const text = Array.from({ length: n - first + 1 }, (_, index) => sentence(first + index)).join('');
  const id = uuid(100 + first);
  const behind = first === 1 ? uuid(2) : uuid(100 + first - PER_PARAGRAPH);
  return {
    blocks: [{ id, type: 'paragraph', runs: [{ text }] }],
    ...(n === first && { placed: [{ id, after: behind }] }),
  };
}

/** The story with the first n sentences. */
export const storyWith = (n: number): Story =>
  fold(
    story,
    Array.from({ length: n }, (_, index) => sentenceChange(index + 1)),
  );
