import { expect, test } from 'vitest';
import { retryAfterMs } from '../../../main/publish/destinations/answer.ts';
import { draftSlug } from '../../../main/publish/destinations/remote.ts';
import { siteAddress } from '../../../main/publish/destinations/wordpress/address.ts';
import { troubleOf } from '../../../main/publish/destinations/wordpress/errors.ts';
import type { HttpAnswer } from '../../../main/publish/http.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body: new Uint8Array(),
  text: () => '',
  json: () => body,
});

test.each([
  [401, { code: 'rest_not_logged_in' }, 'wrongPassword', false],
  [401, { code: 'incorrect_password' }, 'wrongPassword', false],
  [403, { code: 'incorrect_password' }, 'wrongPassword', false],
  [401, { code: 'rest_cannot_create' }, 'wrongPassword', false],
  [403, { code: 'rest_cannot_publish' }, 'notAllowed', false],
  [403, undefined, 'notAllowed', false],
  [404, { code: 'rest_post_invalid_id' }, 'remoteGone', false],
  [410, { code: 'rest_already_trashed' }, 'remoteGone', false],
  [404, { code: 'rest_no_route' }, 'badAnswer', true],
  [400, { code: 'rest_invalid_param' }, 'badAnswer', true],
  [413, undefined, 'tooLargeForServer', false],
  [400, { code: 'rest_upload_file_too_big' }, 'tooLargeForServer', false],
  [400, { code: 'rest_upload_no_content_disposition' }, 'uploadRefused', false],
  [500, { code: 'rest_upload_sideload_error' }, 'uploadRefused', false],
  [412, { code: 'rest_upload_hash_mismatch' }, 'serverError', false],
  [500, { code: 'wp_die' }, 'serverError', false],
  [502, undefined, 'serverError', false],
  [504, undefined, 'serverError', false],
  [503, undefined, 'serverBusy', false],
  [429, undefined, 'serverBusy', false],
  [302, undefined, 'redirected', false],
] as const)('%i %j means %s (stops whatever its code: %s)', (status, body, code, stop) => {
  const trouble = troubleOf(answer(status, body));
  expect([trouble.ok, trouble.code, trouble.stop ?? false]).toEqual([false, code, stop]);
});

test('Retry-After: seconds, a date by the server’s own clock, or nothing', () => {
  const after = (headers: Record<string, string>) => retryAfterMs({ headers }, Date.parse('2026-03-05T02:30:00Z'));
  expect(after({ 'retry-after': '120' })).toBe(120_000);
  expect(after({ 'retry-after': 'Thu, 05 Mar 2026 02:31:00 GMT' })).toBe(60_000);
  const wrongClock = { date: 'Thu, 05 Mar 2026 01:00:00 GMT', 'retry-after': 'Thu, 05 Mar 2026 01:00:10 GMT' };
  expect(after(wrongClock)).toBe(10_000);
  expect(after({ 'retry-after': 'Thu, 05 Mar 2020 02:31:00 GMT' })).toBe(0);
  expect([after({}), after({ 'retry-after': 'soon' })]).toEqual([undefined, undefined]);
});

test.each([
  ['bao.example.vn', 'https://bao.example.vn/'],
  [' https://bao.example.vn ', 'https://bao.example.vn/'],
  ['https://bao.example.vn/wp-admin/post.php?post=7&action=edit#x', 'https://bao.example.vn/'],
  ['https://bao.example.vn/tin/wp-json/wp/v2/posts', 'https://bao.example.vn/tin/'],
  ['https://bao.example.vn/tin', 'https://bao.example.vn/tin/'],
  ['https://bao.example.vn/wp-login.php', 'https://bao.example.vn/'],
  ['báo.vn', 'https://xn--bo-mia.vn/'],
  ['localhost:8080', 'http://localhost:8080/'],
  ['127.0.0.1:8080/wp', 'http://127.0.0.1:8080/wp/'],
  ['http://bao.example.vn', 'http://bao.example.vn/'],
])('%s is the site %s', (typed, site) => {
  expect(siteAddress(typed)?.href).toBe(site);
});

test.each(['', 'ftp://bao.example', 'https://', 'hai chữ'])('%j is no address', (typed) => {
  expect(siteAddress(typed)).toBeNull();
});

test('a draft’s slug: the job’s alone, as WordPress stores it', () => {
  expect(draftSlug('a:b:publish:1')).toMatch(/^copydesk-[0-9a-f]{32}$/);
  expect(draftSlug('a:b:publish:1')).not.toBe(draftSlug('a:b:publish:2'));
});
