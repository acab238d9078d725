// A library with one story in which two persons have suggested changes, before the program starts.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore } from '../../main/store/open.ts';
import { newId } from '../../story/ids.ts';
import { type Block, emptyStory, isTextBlock, type Story } from '../../story/model.ts';
import { track } from '../../story/review/suggest/track.ts';

const AT = '2026-11-20T02:00:00.000Z';
const HA = { fingerprint: 'aa'.repeat(32), name: 'Nguyễn Thu Hà', at: AT };
const MINH = { fingerprint: 'bb'.repeat(32), name: 'Trần Minh', at: '2026-11-20T03:00:00.000Z' };

const paragraph = (text: string): Block => ({ id: newId(), type: 'paragraph', runs: [{ text }] });

/** The story as it was, as both propose it, and with its marks. */
export function suggestedStory(): Story {
  const before = emptyStory('vi', AT);
  before.fields.headline = 'Ba xã vùng cao đã có đường mới';
  const figure: Block = {
    ...{
      id: newId(),
      type: 'figure',
      photo: 'a'.repeat(64),
      width: 3,
      height: 2,
      credit: 'Ảnh: Thu Hà',
      copyright: '',
    },
    ...{ caption: 'Đường mới qua bản Pác Ngòi', alt: 'Một con đường', unchecked: [] },
  } as Block;
  before.body = [
    paragraph('Con đường dài bốn cây số nối ba xã vừa thông xe.'),
    paragraph('Người dân mang ngô ra chợ bằng xe máy.'),
    figure,
    paragraph('Tổng vốn là 3.700 triệu đồng.'),
  ];
  let now: Story = before;
  const suggest = (who: typeof HA, change: (block: Block) => Block) => {
    const { body, suggestions } = track(now.body, now.body.map(change), now.suggestions, who);
    now = { ...now, body, suggestions: { ...now.suggestions, ...suggestions } };
  };
  const replace = (from: string, to: string) => (block: Block) =>
    isTextBlock(block)
      ? { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.replace(from, to) })) }
      : block;
  suggest(HA, replace('bốn cây số', '4 km'));
  suggest(MINH, replace('bằng xe máy', 'bằng xe máy và xe tải nhỏ'));
  suggest(HA, (block) =>
    block.type === 'figure' ? { ...block, caption: 'Đường mới qua bản Pác Ngòi, xã Nam Mẫu' } : block,
  );
  suggest(MINH, replace('3.700 triệu', '3,7 tỷ'));
  const id = newId();
  return {
    ...now,
    fields: { ...now.fields, headline: 'Ba xã vùng cao có đường mới' },
    suggestions: {
      ...now.suggestions,
      [id]: {
        id,
        kind: 'field',
        field: 'headline',
        was: before.fields.headline,
        by: HA.fingerprint,
        name: HA.name,
        at: AT,
      },
    },
  };
}

/** A new profile with that story in its library; who calls removes it. */
export async function suggestedProfile(story: Story): Promise<string> {
  const profile = mkdtempSync(path.join(tmpdir(), 'suggested-'));
  const opened = await openStore(path.join(profile, 'library'));
  if (!opened.ok) throw new Error(opened.code);
  const made = await opened.value.createStory(story, 'made');
  if (!made.ok) throw new Error(made.code);
  await opened.value.close();
  return profile;
}
