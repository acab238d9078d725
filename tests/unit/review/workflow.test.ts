import { describe, expect, test } from 'vitest';
import { STATUSES, type Status, type Story } from '../../../story/model.ts';
import { approvalState, approve } from '../../../story/review/approval.ts';
import { deadlineState, isDue } from '../../../story/review/deadline.ts';
import { actorOf, type HouseRules, NO_RULES, openPoints, ROLES, type Role } from '../../../story/review/house.ts';
import { waitingOf, waitsFor } from '../../../story/review/inbox.ts';
import { preflight } from '../../../story/review/preflight.ts';
import { houseRefusal } from '../../../story/review/publishing.ts';
import { MOVES, type Move, moved, movesOf, refusalOf, ticked } from '../../../story/review/workflow.ts';
import { isSamePerson, lastWith, type Person, stepsOf } from '../../../story/workflow.ts';
import { AT, idOf, para, story } from './kit.ts';

const person = (name: string): Person => ({ name, fingerprint: name.toLowerCase().repeat(4) });
const [lan, minh, hoa] = [person('Lan'), person('Minh'), person('Hoa')] as [Person, Person, Person];
const base = story([para(1, 'Kinh phí là 3.700 tỷ đồng.')], {
  fields: { ...story([]).fields, headline: 'Cầu mới', standfirst: 'Cầu dài 120 m.' },
});
const at = (minute: number) => `2026-03-05T02:${String(minute).padStart(2, '0')}:00.000Z`;
let minute = 0;
const move = (now: Story, which: Move, by: Person, note = ''): Story => ({
  ...now,
  ...moved(now, which, { by, at: at(++minute), note }),
});
const standing = (status: Status): Story => (status === 'approved' ? approve(base, lan, AT) : { ...base, status });
const roles = (entries: Record<string, Role>) =>
  Object.entries(entries).map(([name, role]) => ({ ...person(name), role }));
const rules = (change: Partial<HouseRules>): HouseRules => ({ ...NO_RULES, ...change });

/** From which statuses a move begins, where it leads, and which roles a signed list keeps from it. */
const TABLE: Record<Move, { from: string; to: Status; notFor: string }> = {
  submit: { from: 'draft returned', to: 'submitted', notFor: '' },
  take: { from: 'submitted', to: 'inReview', notFor: 'reporter' },
  approve: { from: 'draft submitted inReview returned', to: 'approved', notFor: 'reporter publisher' },
  return: { from: 'submitted inReview approved', to: 'returned', notFor: 'reporter' },
  withdraw: { from: 'submitted', to: 'draft', notFor: '' },
  reopen: { from: 'approved', to: 'inReview', notFor: 'reporter' },
  revive: { from: 'killed', to: 'draft', notFor: 'reporter publisher' },
  kill: { from: 'draft submitted inReview returned approved', to: 'killed', notFor: 'reporter publisher' },
};

describe.each(MOVES)('%s', (which) => {
  const { from, to, notFor } = TABLE[which];
  test.each(STATUSES)('from %s', (status) => {
    const now = standing(status);
    const begins = from.split(' ').includes(status);
    for (const role of [...ROLES, null]) {
      const advised = refusalOf(now, which, { person: lan, role, binding: false }, NO_RULES);
      expect(advised).toEqual(begins ? null : { code: 'notFrom' });
      const isFor = role === null || !notFor.split(' ').includes(role);
      const bound = refusalOf(now, which, { person: lan, role, binding: role !== null }, NO_RULES);
      expect(bound?.code ?? null).toBe(begins ? (isFor ? null : 'notYours') : 'notFrom');
      const listed = movesOf(now, { person: lan, role, binding: false }, NO_RULES).find((one) => one.move === which);
      expect(listed).toEqual(begins ? { move: which, refusal: null, unusual: !isFor } : undefined);
    }
    if (!begins) return;
    const after = move(now, which, minh, ' Xem lại số liệu. ');
    expect(after.status).toBe(to);
    expect(approvalState(after)).toBe(to === 'approved' ? 'approved' : 'none');
    expect(after.approval === null).toBe(to !== 'approved');
    expect(stepsOf(after.desk).at(-1)).toMatchObject({
      ...{ status: to, by: minh.fingerprint, name: 'Minh', note: 'Xem lại số liệu.' },
    });
  });
});

test('the next step stands first, and to kill a story last', () => {
  const first = (status: Status, role: Role | null = null) =>
    movesOf(standing(status), { person: lan, role, binding: false }, NO_RULES).map((one) => one.move);
  expect(first('draft')).toEqual(['submit', 'approve', 'kill']);
  expect(first('submitted')).toEqual(['take', 'approve', 'return', 'withdraw', 'kill']);
  expect(first('submitted', 'reporter')[0]).toBe('withdraw');
  expect(first('inReview', 'editor')[0]).toBe('approve');
  expect(first('inReview', 'publisher')[0]).toBe('return');
  expect(first('killed')).toEqual(['revive']);
});

test('a story goes from hand to hand, and each step is kept', () => {
  let now: Story = { ...base, desk: { ...base.desk, assignee: minh } };
  now = move(now, 'submit', minh, 'Xong phần chính.');
  expect(now.desk.assignee).toBeNull();
  now = move(now, 'take', lan);
  expect(now.desk.assignee).toEqual(lan);
  now = move(now, 'return', lan, 'Thiếu nguồn.');
  expect(now.desk.assignee).toEqual(minh);
  now = move(now, 'submit', minh);
  expect(now.desk.assignee).toEqual(lan);
  now = move(now, 'approve', lan);
  expect(stepsOf(now.desk).map(({ name, status }) => `${name} ${status}`)).toEqual([
    ...['Minh submitted', 'Lan inReview', 'Lan returned', 'Minh submitted', 'Lan approved'],
  ]);
  expect(lastWith(now.desk, 'returned')).toEqual(lan);
  expect(lastWith(now.desk, 'killed')).toBeNull();
});

test('a change after approval asks for approval again, and gets it', () => {
  const approved = move(base, 'approve', lan);
  const everybody = actorOf(lan, NO_RULES);
  expect(refusalOf(approved, 'approve', everybody, NO_RULES)).toEqual({ code: 'notFrom' });
  const changed = { ...approved, body: [para(1, 'Kinh phí là 3.800 tỷ đồng.')] };
  expect(movesOf(changed, everybody, NO_RULES)[0]?.move).toBe('approve');
  expect(approvalState(move(changed, 'approve', hoa))).toBe('approved');
});

describe('the checklist', () => {
  const point = (id: string, type = '', required = true) => ({ id, text: `Mục ${id}`, required, type });
  const house = rules({ checklist: [point('a'), point('b', 'interview'), point('c', '', false), point('d', 'news')] });

  test('asks before approval what is required of this type of story, and preflight before publication', () => {
    const who = actorOf(lan, house);
    expect(refusalOf(base, 'approve', who, house)).toEqual({ code: 'checklistOpen', points: ['Mục a', 'Mục d'] });
    expect(refusalOf(base, 'submit', who, house)).toBeNull();
    const blocks = preflight(base, 0, undefined, house).blocks;
    expect(blocks).toEqual(['Mục a', 'Mục d'].map((words) => ({ code: 'checklistOpen', anchor: null, words })));
    const interview = { ...base, fields: { ...base.fields, type: 'interview' } };
    expect(openPoints(house, interview).map(({ id }) => id)).toEqual(['a', 'b']);
    const desk = ticked(ticked(base.desk, 'a', lan, AT), 'd', minh, AT);
    expect(desk.checked).toEqual({
      a: { by: lan.fingerprint, name: 'Lan', at: AT },
      d: { by: minh.fingerprint, name: 'Minh', at: AT },
    });
    expect(refusalOf({ ...base, desk }, 'approve', who, house)).toBeNull();
    expect(openPoints(house, { ...base, desk: ticked(desk, 'a', null, AT) })).toHaveLength(1);
  });
});

test('what is killed is not published; open suggestions only where the house lets it go out as it was', () => {
  expect(preflight(move(base, 'kill', lan)).blocks).toEqual([{ code: 'killed', anchor: null }]);
  const suggested = { ...base, body: [para(1, { text: 'Chữ.', suggestions: [idOf(9)] })] };
  const codes = (house: HouseRules) => {
    const found = preflight(suggested, 0, undefined, house);
    return [found.blocks, found.warnings].map((list) => list.map(({ code }) => code).includes('openSuggestion'));
  };
  expect(codes(NO_RULES)).toEqual([true, false]);
  expect(codes(rules({ asItWas: true }))).toEqual([false, true]);
  // What is looked at is what goes out: without the suggested words nothing is left of this one.
  const insertion = { id: idOf(9), by: 'b', name: 'B', at: AT, kind: 'insertion' as const };
  const added = { ...suggested, suggestions: { [idOf(9)]: insertion } };
  expect(preflight(added, 0).blocks.map(({ code }) => code)).toEqual(['openSuggestion']);
  const found = preflight(added, 0, undefined, rules({ asItWas: true })).blocks;
  expect(found.map(({ code }) => code)).toEqual(['emptyBody']);
});

describe('publishing', () => {
  const approved = move(base, 'approve', lan);
  const changed = { ...approved, body: [para(1, 'Khác.')] };
  const signed = { by: hoa, roles: roles({ Lan: 'editor', Minh: 'reporter', Hoa: 'publisher' }) };
  test.each([
    ['a house that demands nothing', base, lan, {}, null, null],
    ['not approved', base, minh, { approvalNeeded: true }, null, 'approvalNeeded'],
    ['changed since', changed, minh, { approvalNeeded: true }, null, 'approvalNeeded'],
    ['approved', approved, lan, { approvalNeeded: true }, null, null],
    ['two persons, not approved', base, minh, { twoPersons: true }, null, 'approvalNeeded'],
    ['two persons, the same', approved, lan, { twoPersons: true }, null, 'samePerson'],
    ['two persons, another', approved, minh, { twoPersons: true }, null, null],
    ['a reporter by signed roles', approved, minh, {}, signed, 'notPublisher'],
    ['a stranger by signed roles', approved, person('Ai'), {}, signed, 'notPublisher'],
    ['a publisher by signed roles', approved, hoa, { twoPersons: true }, signed, null],
    ['approved by who may not', move(base, 'approve', hoa), lan, { approvalNeeded: true }, signed, 'notApprover'],
  ] as const)('%s', (_, now, who, demands, by, refusal) => {
    expect(houseRefusal(now, who, rules(demands), by)).toBe(refusal);
  });

  test('the house’s own list of roles keeps nobody from it', () => {
    expect(houseRefusal(approved, minh, rules({ roles: roles({ Minh: 'reporter' }) }))).toBeNull();
  });
});

describe('an inbox', () => {
  const me = { ...lan, reviews: true };
  const waits = (now: Story, who = me) => waitsFor(waitingOf(now), approvalState(now) === 'changedSince', who);
  const assigned = (now: Story, assignee: Person): Story => ({ ...now, desk: { ...now.desk, assignee } });
  const submitted = move(base, 'submit', minh);
  const mine = move(base, 'submit', lan);
  const approved = move(submitted, 'approve', lan);
  test.each<[string, Story, boolean]>([
    ['a draft of nobody', base, false],
    ['a draft given to me', assigned(base, lan), true],
    ['a draft given to my name', assigned(base, { name: 'LAN', fingerprint: '' }), true],
    ['given in by another', submitted, true],
    ['given in by another, another’s', assigned(submitted, hoa), false],
    ['given in by me', mine, false],
    ['taken by me', move(submitted, 'take', lan), true],
    ['taken by another', move(submitted, 'take', hoa), false],
    ['back to me', move(mine, 'return', hoa), true],
    ['back to another', move(submitted, 'return', hoa), false],
    ['approved', approved, false],
    ['approved by me and changed since', { ...approved, body: [para(1, 'Khác.')] }, true],
    ['killed', assigned(move(submitted, 'kill', hoa), lan), false],
  ])('%s', (_, now, expected) => {
    expect(waits(now)).toBe(expected);
  });

  test('of who does not review holds nobody’s stories', () => {
    const reporter = { ...lan, reviews: false };
    expect(waits(submitted, reporter)).toBe(false);
    expect(waits(assigned(submitted, lan), reporter)).toBe(true);
  });
});

test('a person is known by the key, and by the name where there is none', () => {
  expect(isSamePerson(lan, { ...lan, name: 'Lan Anh' })).toBe(true);
  expect(isSamePerson(lan, { name: 'Lan', fingerprint: 'x' })).toBe(false);
  expect(isSamePerson({ name: 'đặng lan', fingerprint: '' }, { name: 'Đặng Lan', fingerprint: 'x' })).toBe(true);
});

test('a deadline is of the newsroom’s day', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const now = Date.parse('2026-11-28T16:30:00.000Z'); // 23:30 there
  expect(deadlineState('', now, zone)).toBe('none');
  expect(deadlineState('2026-11-28T16:30:00.000Z', now, zone)).toBe('over');
  expect(deadlineState('2026-11-28T16:45:00.000Z', now, zone)).toBe('today');
  expect(deadlineState('2026-11-28T17:15:00.000Z', now, zone)).toBe('later');
  expect(deadlineState('2026-11-28T17:15:00.000Z', now, 'UTC')).toBe('today');
  expect((['draft', 'returned', 'approved', 'published'] as const).map(isDue)).toEqual([true, true, false, false]);
});
