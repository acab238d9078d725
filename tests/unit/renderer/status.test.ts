import { expect, test } from 'vitest';
import { saveText } from '../../../renderer/desk/status.ts';
import { clock } from '../../../renderer/format.ts';

const at = '2021-06-14T01:37:00.000Z';

test('it says saved only for what is acknowledged, and when', () => {
  expect(saveText({ kind: 'saved', at }, false, 'vi')).toMatchObject({
    key: 'status.savedAt',
    time: clock(at, 'vi'),
    tone: 'quiet',
  });
  expect(saveText({ kind: 'saved', at: null }, false, 'vi').key).toBe('status.saved');
  expect(saveText({ kind: 'saving' }, false, 'vi').key).toBe('status.saving');
});

test('it says since when and why something is not saved', () => {
  const since = Date.parse(at);
  expect(saveText({ kind: 'slow', since }, false, 'vi')).toMatchObject({ key: 'status.slow', time: clock(at, 'vi') });
  expect(saveText({ kind: 'failed', code: 'diskFull', since }, false, 'en')).toMatchObject({
    key: 'status.failed',
    tone: 'danger',
    reason: 'status.reason.diskFull',
  });
  expect(saveText({ kind: 'failed', code: 'internal', since }, false, 'en').reason).toBe('status.reason.other');
});

test('a story that became read-only because a save failed still says what is not saved', () => {
  expect(saveText({ kind: 'failed', code: 'stale', since: 0 }, true, 'vi').key).toBe('status.failed');
  expect(saveText({ kind: 'saved', at: null }, true, 'vi').key).toBe('status.readOnly');
});
