import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, joinRuns, publishedPart, sha256Hex, storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, FIELD_NAMES, isTextBlock, type Run, type Story } from '../../../story/model.ts';
import { hostileStory, newsStory, paragraph } from '../formats/samples.ts';

test('RFC 8785: the sample of section 3.2.2 and the key order of 3.2.3', () => {
  const sample = {
    numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect(canonicalJson(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
});

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [9.999999999999997e22, '9.999999999999997e+22'],
  [1e23, '1e+23'],
  [0.000001, '0.000001'],
  [333333333.33333325, '333333333.33333325'],
  [-0.0000033333333333333333, '-0.0000033333333333333333'],
])('RFC 8785, appendix B: %d', (number, json) => {
  expect(canonicalJson(number)).toBe(json);
});

test('what JSON cannot hold is refused', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined])
    expect(() => canonicalJson(bad)).toThrow();
});

test('the hash is the SHA-256 of the published part as canonical JSON in UTF-8', () => {
  const story = newsStory();
  const part = publishedPart(story);
  const filled = Object.fromEntries(Object.entries(part.fields).filter(([, text]) => text !== ''));
  const json = canonicalJson({ ...part, fields: filled });
  expect(storyHash(story)).toBe(createHash('sha256').update(json, 'utf8').digest('hex'));
  expect(sha256Hex(new Uint8Array([0x61, 0x62, 0x63]))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('status, approval, threads and marks of review do not change the hash', () => {
  const story = newsStory();
  const bare: Story = {
    ...story,
    status: 'draft',
    approval: null,
    threads: {},
    suggestions: {},
    createdAt: '2020-01-01T00:00:00.000Z',
    body: story.body.map((block) =>
      isTextBlock(block)
        ? { ...block, runs: joinRuns(block.runs.map(({ threads: _, side: __, ...run }) => run)) }
        : { ...block, ...(block.type === 'figure' && { unchecked: [] }) },
    ),
  };
  expect(storyHash(bare)).toBe(storyHash(story));
});

test('a blank paragraph, which no reader sees, does not change the hash; a word, a mark and a photo text do', () => {
  const story = newsStory();
  const hash = storyHash(story);
  expect(storyHash({ ...story, body: [...story.body, paragraph(' \n')] })).toBe(hash);
  const edits: ((made: Story) => void)[] = [
    (made) => (made.fields.headline += '!'),
    (made) => made.body.push(paragraph('Hết')),
    (made) => (made.body[0] = { ...made.body[0]!, runs: [{ text: 'khác' }] } as Block),
    (made) => (made.body[1] = { ...made.body[1]!, level: 3 } as Block),
    (made) => (made.body[3] = { ...made.body[3]!, alt: 'khác' } as Block),
    (made) => made.body.reverse(),
  ];
  for (const edit of edits) {
    const made = structuredClone(story);
    edit(made);
    expect(storyHash(made)).not.toBe(hash);
  }
});

test('what a newsroom keeps to itself does not change the hash; every other field does once it is filled', () => {
  const story = newsStory();
  for (const name of FIELD_NAMES) {
    const made = structuredClone(story);
    made.fields[name] += '7';
    expect([name, storyHash(made) === storyHash(story)]).toEqual([name, name === 'wordTarget' || name === 'type']);
    expect(publishedPart(made).fields).toMatchObject({ wordTarget: '', type: '' });
  }
});

test('NFD and NFC text are one version, also where a run ends between a letter and its mark', () => {
  const composed = (runs: Run[]): Story => ({ ...newsStory(), id: ID, body: [{ id: ID, type: 'paragraph', runs }] });
  const plain = storyHash(composed([{ text: 'Bộ trưởng' }]));
  const nfd = 'Bộ trưởng'.normalize('NFD');
  for (let at = 0; at <= nfd.length; at++) {
    const cut = [nfd.slice(0, at), nfd.slice(at)];
    expect(storyHash(composed([{ text: cut[0]!, threads: [ID] }, { text: cut[1]! }]))).toBe(plain);
  }
  const bold = storyHash(composed([{ text: 'Bộ', bold: true }, { text: ' trưởng' }]));
  expect(storyHash(composed([{ text: 'Bo\u0323', bold: true }, { text: '\u0302 trưởng' }]))).toBe(bold);
});
const ID = newId();

test('what would be a thrown error in a hash is repaired before it: lone surrogates, control characters', () => {
  const story = newsStory();
  story.fields.headline = 'a\ud800b\u0000c\r\nd';
  expect(publishedPart(story).fields.headline).toBe('a\ufffdbc\nd');
  expect(storyHash(story)).toMatch(/^[0-9a-f]{64}$/);
});

test('the published part is a fixed point, in NFC, with no two neighbours alike', () => {
  fc.assert(
    fc.property(hostileStory, (story) => {
      const part = publishedPart(story);
      const again = publishedPart({ ...story, fields: part.fields, body: part.body as Block[] });
      expect(again).toEqual(part);
      expect(JSON.stringify(part).normalize('NFC')).toBe(JSON.stringify(part));
      expect(storyHash(JSON.parse(JSON.stringify(story)))).toBe(storyHash(story));
    }),
  );
});
