import { describe, expect, test } from 'vitest';
import { approvalState, approve, openConflicts } from '../../../story/review/approval.ts';
import { markRange, reply, setResolved, startThread, unmarkRuns } from '../../../story/review/comments.ts';
import { commonGround } from '../../../story/review/commonGround.ts';
import { resolveConflict } from '../../../story/review/merge.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { AT, conflictsOf, figure, idOf, merge, para, story, texts } from './kit.ts';

const lan = { name: 'Lan', fingerprint: 'f'.repeat(64) };
const B = 'Kinh phí là 3.700 tỷ đồng.';
const base = story([para(1, B), figure(2, { alt: 'Cây cầu' })], {
  fields: { ...story([]).fields, headline: 'Cầu mới', standfirst: 'Cầu dài 120 m.' },
});

describe('an approval', () => {
  test('holds until something changes that readers would see', () => {
    expect(approvalState(base)).toBe('none');
    const approved = approve(base, lan, AT);
    expect(approved).toMatchObject({ status: 'approved', approval: { by: lan.fingerprint, name: 'Lan', at: AT } });
    expect(approvalState(approved)).toBe('approved');
    const marked = { ...approved, body: [para(1, { text: B, threads: [idOf(9)] }), base.body[1]!] };
    expect(approvalState(marked)).toBe('approved');
    expect(approvalState({ ...approved, body: [para(1, `${B} Hết.`)] })).toBe('changedSince');
    expect(approvalState({ ...approved, status: 'draft' })).toBe('none');
  });
});

describe('comments', () => {
  test('mark a range across runs, keep its formats, and can be taken off again', () => {
    const runs = [
      { text: 'Kinh phí ', bold: true as const },
      { text: 'là 3.700', threads: [idOf(8)] },
      { text: ' tỷ' },
    ];
    const marked = markRange(runs, 5, 11, idOf(9));
    expect(marked).toEqual([
      { text: 'Kinh ', bold: true },
      { text: 'phí ', bold: true, threads: [idOf(9)] },
      { text: 'là', threads: [idOf(8), idOf(9)] },
      { text: ' 3.700', threads: [idOf(8)] },
      { text: ' tỷ' },
    ]);
    expect(unmarkRuns(marked, idOf(9))).toEqual(runs);
  });

  test('a thread is started, answered and resolved; an answer opens it again', () => {
    const thread = startThread({ block: idOf(1) }, '3.700', 'Nguồn?', lan, AT);
    const resolved = setResolved(reply(thread, 'Sở Tài chính', lan, AT), true);
    expect(resolved).toMatchObject({ words: '3.700', resolved: true });
    expect(reply(resolved, 'Cảm ơn', lan, AT).comments.map((comment) => comment.text)).toEqual([
      'Nguồn?',
      'Sở Tài chính',
      'Cảm ơn',
    ]);
    expect(reply(resolved, 'Cảm ơn', lan, AT).resolved).toBe(false);
  });

  test('of both sides come together in time order, resolved where a side resolved them', () => {
    const thread = startThread({ block: idOf(1) }, '3.700', 'Nguồn?', lan, AT);
    const threads = (value: typeof thread) => ({ ...base, threads: { [thread.id]: value } });
    const later = { ...lan, name: 'Thu Hà' };
    const ours = reply(thread, 'Đang hỏi', lan, '2026-10-02T03:00:00.000Z');
    const theirs = setResolved(reply(thread, 'Sở Tài chính', later, '2026-10-02T02:00:00.000Z'), true);
    const merged = merge(threads(thread), threads(ours), threads(theirs)).story.threads[thread.id];
    expect(merged).toMatchObject({ resolved: true });
    expect(merged?.kind === 'comment' && merged.comments.map((comment) => comment.text)).toEqual([
      'Nguồn?',
      'Sở Tài chính',
      'Đang hỏi',
    ]);
    expect(merge(threads(thread), threads(thread), base).story.threads).toEqual({});
    expect(merge(threads(thread), threads(ours), base).story.threads).toEqual({ [thread.id]: ours });
  });
});

describe('preflight', () => {
  test('a good story has only what is to know', () => {
    expect(preflight(approve(base, lan, AT))).toEqual({ blocks: [], warnings: [] });
    expect(preflight(base)).toEqual({ blocks: [], warnings: [{ code: 'notApproved', anchor: null }] });
  });

  test('what stands in the way, and where', () => {
    const empty = story([para(1, ' ')]);
    expect(preflight(empty).blocks).toEqual([
      { code: 'emptyHeadline', anchor: { field: 'headline' } },
      { code: 'emptyBody', anchor: null },
    ]);
    const change = (text: string) => ({ ...base, body: [para(1, B.replace('3.700', text)), base.body[1]!] });
    const merged = merge(base, change('3.800'), change('3.900')).story;
    expect(preflight(merged).blocks).toEqual([{ code: 'openConflict', anchor: { block: idOf(1) } }]);
    expect(openConflicts(merged)).toHaveLength(1);
  });

  test('what a person should know, and where', () => {
    const bare = figure(2, {
      caption: ' ',
      credit: '',
      alt: '',
      copyright: '© Báo',
      unchecked: ['caption', 'copyright'],
    });
    const thread = startThread({ block: idOf(1) }, '3.700', 'Nguồn?', lan, AT);
    const draft = { ...approve(base, lan, AT), body: [base.body[0]!, bare], threads: { [thread.id]: thread } };
    const fields = { ...base.fields, standfirst: '' };
    expect(preflight({ ...draft, fields }).warnings).toEqual([
      { code: 'changedSinceApproval', anchor: null },
      { code: 'emptyStandfirst', anchor: { field: 'standfirst' } },
      { code: 'missingCaption', anchor: { block: idOf(2), part: 'caption' } },
      { code: 'missingCredit', anchor: { block: idOf(2), part: 'credit' } },
      { code: 'missingAlt', anchor: { block: idOf(2), part: 'alt' } },
      { code: 'uncheckedPhotoTexts', anchor: { block: idOf(2), part: 'copyright' } },
      { code: 'openComments', anchor: { block: idOf(1) } },
    ]);
  });
});

test('a template’s guidance that was left in the text is told of before publishing', () => {
  const draft = approve({ ...base, body: [para(1, 'Theo [nguồn số liệu], đạt 3.700 tỷ.'), base.body[1]!] }, lan, AT);
  const fields = { ...base.fields, headline: '[Tít: việc gì, ở đâu]', byline: 'Lan [1]' };
  const left = preflight({ ...draft, fields }).warnings.filter(({ code }) => code === 'guidanceLeft');
  expect(left.map(({ anchor }) => anchor)).toEqual([{ field: 'headline' }, null]);
});

describe('a conflict is decided', () => {
  const change = (text: string) => ({
    ...base,
    body: [para(1, B.replace('3.700', text)), base.body[1]!],
    fields: { ...base.fields, headline: `Cầu ${text}` },
  });
  const merged = merge(base, change('3.800'), change('3.900')).story;
  const decide = (choice: 'ours' | 'theirs' | 'both') =>
    conflictsOf(merged).reduce((now, { id }) => resolveConflict(now, id, choice), merged);

  test.each([
    ['ours', 'Kinh phí là 3.800 tỷ đồng.', 'Cầu 3.800'],
    ['theirs', 'Kinh phí là 3.900 tỷ đồng.', 'Cầu 3.900'],
    ['both', 'Kinh phí là 3.800 3.900 tỷ đồng.', 'Cầu 3.800 / Cầu 3.900'],
  ] as const)('for %s', (choice, text, headline) => {
    const decided = decide(choice);
    expect(decided.body[0]).toEqual(para(1, text));
    expect(decided.fields.headline).toBe(headline);
    expect(openConflicts(decided)).toEqual([]);
    expect(resolveConflict(decided, conflictsOf(merged)[0]!.id, 'ours')).toBe(decided);
  });

  test('in a field, what was typed since is kept', () => {
    const typed = { ...merged, fields: { ...merged.fields, headline: 'Bắc Kạn: Cầu 3.800' } };
    const { id } = conflictsOf(typed).find(({ anchor }) => 'field' in anchor)!;
    expect(resolveConflict(typed, id, 'theirs').fields.headline).toBe('Bắc Kạn: Cầu 3.900');
  });

  test('about a figure or a paragraph that one side took out', () => {
    const without = (n: number) => ({ ...base, body: base.body.filter((block) => block.id !== idOf(n)) });
    const other = { ...base, body: [para(1, `${B} Thêm.`), figure(2, { caption: 'Cầu' })] };
    for (const n of [1, 2]) {
      const both = merge(base, without(n), other).story;
      const [{ id } = { id: '' }] = conflictsOf(both);
      expect(resolveConflict(both, id, 'ours').body.map((block) => block.id)).toEqual([idOf(3 - n)]);
      expect(resolveConflict(both, id, 'theirs').body).toHaveLength(2);
      expect(resolveConflict(both, id, 'both').body).toHaveLength(2);
    }
  });
});

test('from common ground, a merge deletes nothing of either side', () => {
  const ours = story([para(1, 'Cầu dài 120 m, rộng 4 m.'), para(3, 'Của ta.')]);
  const theirs = story([para(1, 'Cầu mới dài 120 m.'), para(4, 'Của bạn.')]);
  const merged = merge(commonGround(ours, theirs), ours, theirs);
  expect(texts(merged.story)).toEqual(['Cầu mới dài 120 m, rộng 4 m.', 'Của ta.', 'Của bạn.']);
  expect(merged.conflicts).toEqual([]);
});
