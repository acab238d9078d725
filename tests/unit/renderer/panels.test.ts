import { describe, expect, test } from 'vitest';
import type { DestinationView } from '../../../preload/contract.ts';
import { factsOf } from '../../../renderer/inspector/facts.ts';
import { threadsOf } from '../../../renderer/review/threads.ts';
import { draftOf, neededOf, reportKey } from '../../../renderer/settings/draft.ts';
import { newId } from '../../../story/ids.ts';
import { type Anchor, type CommentThread, emptyStory, type Figure, type Story } from '../../../story/model.ts';

const at = '2021-06-14T00:00:00.000Z';
const figure = (more: Partial<Figure> = {}): Figure => ({
  id: newId(),
  type: 'figure',
  photo: 'a'.repeat(64),
  width: 10,
  height: 10,
  caption: 'Thu hoạch dưa',
  credit: 'Ảnh: Tùng Vân',
  copyright: '',
  alt: 'Người hái dưa',
  unchecked: [],
  ...more,
});
const comment = (anchor: Anchor, more: Partial<CommentThread> = {}): CommentThread => ({
  id: newId(),
  kind: 'comment',
  anchor,
  words: 'đoạn này',
  comments: [{ id: newId(), by: 'f', name: 'Lan', at, text: 'Xem lại' }],
  resolved: false,
  ...more,
});

test('the facts of a story: empty paragraphs are none, each credit stands once', () => {
  const story: Story = {
    ...emptyStory('vi', at),
    body: [
      { id: newId(), type: 'paragraph', runs: [{ text: 'Ba chữ thôi' }] },
      { id: newId(), type: 'paragraph', runs: [] },
      figure(),
      figure({ credit: '' }),
      figure(),
    ],
  };
  expect(factsOf(story)).toEqual({
    words: 3,
    characters: 11,
    paragraphs: 1,
    photos: 3,
    credits: ['Ảnh: Tùng Vân', ''],
  });
});

describe('threads', () => {
  test('a comment whose words are gone from the text says so; one in a field cannot', () => {
    const story = emptyStory('vi', at);
    const block = story.body[0]!.id;
    const marked = comment({ block });
    const lost = comment({ block });
    const inField = comment({ field: 'headline' });
    const photo = figure();
    const onPhoto = comment({ block: photo.id, part: 'caption' });
    const onWholePhoto = comment({ block: photo.id });
    const all = [marked, lost, inField, onPhoto, onWholePhoto];
    const threads = Object.fromEntries(all.map((thread) => [thread.id, thread]));
    const body: Story['body'] = [{ id: block, type: 'paragraph', runs: [{ text: 'x', threads: [marked.id] }] }, photo];
    expect([...threadsOf({ ...story, body, threads }).gone]).toEqual([lost.id]);
  });

  test('open, resolved and conflicting ones stand apart', () => {
    const story = emptyStory('vi', at);
    const open = comment({ field: 'headline' });
    const over = comment({ field: 'headline' }, { resolved: true });
    const conflict = {
      id: newId(),
      kind: 'conflict',
      anchor: { field: 'headline' },
      ours: 'a',
      theirs: 'b',
      theirName: 'Lan',
      at,
      resolved: false,
    } as const;
    const threads = Object.fromEntries([open, over, conflict].map((thread) => [thread.id, thread]));
    expect(threadsOf({ ...story, threads })).toMatchObject({
      comments: [{ id: open.id }],
      resolved: [{ id: over.id }],
      conflicts: [{ id: conflict.id }],
    });
  });
});

describe('a destination form', () => {
  const kept: DestinationView = {
    id: newId(),
    name: 'Báo',
    config: { type: 'wordpress', url: 'https://bao.example', user: 'lan' },
    secret: 'stored',
    capabilities: { operations: ['publish'], terms: [], readsBack: true },
  };

  test('a secret left empty is the one there is, and whether it is kept can be changed without it', () => {
    const values = { name: 'Báo', url: 'https://b.example', user: 'l' };
    const shape = { type: 'wordpress' as const, destination: kept };
    const draft = { id: kept.id, name: 'Báo', config: { type: 'wordpress', url: 'https://b.example', user: 'l' } };
    expect(draftOf(shape, values)).toEqual({ ...draft, keepSecret: false });
    expect(draftOf(shape, { ...values, keepSecret: 'on' })).toEqual({ ...draft, keepSecret: true });
    expect(neededOf(draftOf(shape, values), kept)).toEqual({});
    expect(draftOf({ type: 'folder', destination: null }, { name: 'A', path: '/a' })).not.toHaveProperty('keepSecret');
  });

  test('renditions are kept where they are not the usual ones', () => {
    const shape = { type: 'folder' as const, destination: null };
    const values = { name: 'A', path: '/a', maxSide: '2560', format: 'jpeg', targetKb: '1500' };
    expect(draftOf(shape, values).config).not.toHaveProperty('renditions');
    expect(draftOf(shape, { ...values, format: 'avif', targetKb: '300' }).config).toHaveProperty('renditions', {
      maxSide: 2560,
      format: 'avif',
      targetKb: 300,
    });
  });

  test('what is missing is named', () => {
    expect(neededOf(draftOf({ type: 'wordpress', destination: null }, {}), null)).toEqual({
      name: true,
      url: true,
      user: true,
      secret: true,
    });
    expect(neededOf(draftOf({ type: 'folder', destination: null }, { name: 'A' }), null)).toEqual({ path: true });
  });

  test('a check says what the account may not do', () => {
    const report = { site: 's', account: 'a', canPublish: true, canUpload: true };
    expect(reportKey('wordpress', report)).toBe('settings.checkOk');
    expect(reportKey('wordpress', { ...report, canUpload: false })).toBe('settings.checkNoUpload');
    expect(reportKey('wordpress', { ...report, canPublish: false })).toBe('settings.checkNoPublish');
  });
});
