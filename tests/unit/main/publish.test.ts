import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openReceipt, publishHandlers } from '../../../main/handlers/publish.ts';
import type { Services } from '../../../main/handlers/services.ts';
import type { StoredReceipt } from '../../../main/store/api.ts';
import { type Receipt, receiptSchema } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { good } from '../../cms/desk.ts';

const receipt = (url: string): StoredReceipt => ({
  ...{ id: newId(), storyId: newId(), destinationId: newId(), publicationId: newId(), destinationName: 'Báo' },
  ...{ remoteId: '7', url, at: '2026-03-05T02:30:00.000Z', hash: 'a'.repeat(64), operation: 'created' as const },
  ...{ asked: 'publish' as const, status: 'published' as const, scheduledFor: null },
  ...{
    approvedBy: null,
    publishedBy: 'PV',
    differences: [],
    notes: ['photosBare'],
    compared: ['data'],
    remoteVersion: 'v',
    slug: 's',
  },
});

it('shows the window of a receipt what the contract says, and no more', async () => {
  const store = { listReceipts: async () => [receipt('https://bao.example/7')] };
  const handlers = publishHandlers({ store } as unknown as Services);
  const [shown] = good(await handlers['publish.receipts']({ storyId: newId() }, null));
  expect(Object.keys(shown as Receipt).sort()).toEqual(Object.keys(receiptSchema.shape).sort());
});

it.each([
  ['https://bao.example/7', 'link https://bao.example/7'],
  ['file:///b%C3%A1o/index.html', `path ${fileURLToPath('file:///b%C3%A1o/index.html')}`],
])('opens %s where it belongs', async (url, opened) => {
  const done: string[] = [];
  const shell = {
    openLink: async (link: string) => done.push(`link ${link}`) > 0,
    openPath: async (file: string) => {
      done.push(`path ${file}`);
      return '';
    },
  };
  good(await openReceipt({ shell }, receipt(url)));
  expect(done).toEqual([opened]);
});
