import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { StoredReceipt } from '../../main/store/api.ts';
import { openStore } from '../../main/store/open.ts';
import type { Result } from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { newId } from '../../story/ids.ts';
import { emptyStory, type Story } from '../../story/model.ts';
import { readCsv } from '../unit/receipts/csv.ts';
import { arrange, findings } from './axe.ts';
import { answerDialogs, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

const DAY = 24 * 60 * 60 * 1000;

type Said = { headline: string; byline?: string; text?: string } & Partial<StoredReceipt>;

/** A profile with a destination, and a receipt for each of these, the last one the newest: one a day, up to yesterday. */
async function publishedProfile(list: readonly Said[]): Promise<string> {
  const profile = mkdtempSync(path.join(tmpdir(), 'receipts-'));
  const store = good(await openStore(path.join(profile, 'library')));
  const destinationId = newId();
  const config = { type: 'folder', path: path.join(profile, 'site'), open: false } as const;
  good(await store.putDestination({ id: destinationId, name: 'Báo điện tử', config, secret: null }));
  for (const [index, { headline, byline = '', text = '', ...says }] of list.entries()) {
    const empty = emptyStory('vi', new Date().toISOString());
    const body: Story['body'] = [{ id: newId(), type: 'paragraph', runs: [{ text: text || 'Thân bài.' }] }];
    const story = { ...empty, fields: { ...empty.fields, headline, byline }, body };
    good(await store.createStory(story, 'made'));
    const people = { approvedBy: 'Nguyễn Thị Hoa', publishedBy: 'Vi Sơn' };
    const job = good(await store.enqueue({ story, hash: storyHash(story), destinationId, ...people, total: 1 }));
    const receipt: StoredReceipt = {
      ...{ id: newId(), storyId: story.id, destinationId, destinationName: 'Báo điện tử', remoteId: String(index) },
      ...{ url: `https://bao.example/${index}`, at: new Date(Date.now() - (list.length - index) * DAY).toISOString() },
      ...{ hash: storyHash(story), operation: 'created', asked: 'publish', status: 'published', scheduledFor: null },
      ...people,
      ...{ differences: [], remoteVersion: '1', slug: 'bai', publicationId: job.publicationId },
      ...says,
    };
    good(await store.completeJob(job.id, receipt));
  }
  await store.close();
  return profile;
}

const PUBLISHED: Said[] = [
  ...Array.from({ length: 60 }, (_, index) => ({ headline: `Tin vắn số ${index + 1}`, byline: 'Hà An' })),
  {
    headline: 'Lũ về Ba Bể, ba xã bị cô lập',
    byline: 'Bài: Vi Sơn',
    differences: [{ where: 'caption:1', ours: 'Cầu Nà Phặc', theirs: 'Cau Na Phac' }],
  },
  { headline: '=Chợ phiên "Bằng Lũng"', byline: 'Bài: Hà Văn Lường (HVL)', status: 'scheduled', text: 'Ba từ đây.' },
];

const receiptsOf = (window: Page) => {
  const view = window.getByRole('region', { name: 'Receipts', exact: true });
  return {
    view,
    items: view.getByRole('list', { name: 'All receipts' }).getByRole('button'),
    search: view.getByRole('searchbox', { name: 'Search all receipts' }),
    detail: view.getByRole('region', { name: 'The chosen receipt' }),
    count: view.getByRole('status'),
  };
};

const folders: string[] = [];
test.afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('receipts are searched, filtered and read by keyboard alone, and lead to their story', async ({ launch }) => {
  const profile = await publishedProfile(PUBLISHED);
  folders.push(profile);
  const { app, window } = await launch({ profile, lang: 'en' });
  const desk = deskOf(window);
  await expect(desk.body).toBeVisible();
  await window.keyboard.press('Control+Alt+r');
  const receipts = receiptsOf(window);
  await expect(receipts.search).toBeFocused();
  await expect(receipts.count).toHaveText('62 receipts');
  await expect(receipts.items.first()).toContainText('=Chợ phiên "Bằng Lũng"');
  // Only what is near the screen is there.
  expect(await receipts.items.count()).toBeLessThan(40);
  for (const theme of ['light', 'dark'] as const)
    for (const size of [
      { width: 1280, height: 800 },
      { width: 900, height: 640 },
    ]) {
      await arrange(app, window, theme, size);
      expect(await findings(window), `${theme} ${size.width}`).toEqual([]);
    }
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await expect(receipts.detail.getByRole('heading')).toHaveText('Lũ về Ba Bể, ba xã bị cô lập');
  await expect(receipts.detail).toContainText('Nguyễn Thị Hoa');
  await receipts.detail.locator('summary').press('Enter');
  await expect(receipts.detail).toContainText('Cau Na Phac');
  await receipts.items.nth(1).press('End');
  await expect(receipts.detail.getByRole('heading')).toHaveText('Tin vắn số 1');
  await receipts.search.fill('ba be');
  await expect(receipts.items).toHaveCount(1);
  await receipts.search.fill('');
  await receipts.view.getByRole('button', { name: 'Only with differences' }).press('Enter');
  await expect(receipts.count).toHaveText('1 receipt');
  await receipts.view.getByRole('button', { name: /^Remove the filter.*Only with differences/ }).press('Enter');
  await expect(receipts.count).toHaveText('62 receipts');
  await receipts.view.getByRole('button', { name: 'Status' }).press('Enter');
  await window.getByRole('checkbox', { name: /^Scheduled/ }).press('Space');
  await window.keyboard.press('Escape');
  await expect(receipts.count).toHaveText('1 receipt');
  expect(await findings(window)).toEqual([]);
  await receipts.search.fill('nothing at all');
  await expect(receipts.view.getByText('No such receipts')).toBeVisible();
  await receipts.search.press('Escape');
  await receipts.detail.getByRole('button', { name: 'Go to the story' }).press('Enter');
  await expect(receipts.view).toBeHidden();
  await expect(desk.field('Headline')).toHaveValue('=Chợ phiên "Bằng Lũng"');
});

test('the list and the figures for the fees are saved as tables that a spreadsheet reads', async ({ launch }) => {
  const profile = await publishedProfile(PUBLISHED.slice(-3));
  folders.push(profile);
  const { app, window } = await launch({ profile, lang: 'en' });
  await expect(deskOf(window).body).toBeVisible();
  await window.keyboard.press('Control+Alt+r');
  const { view, search, items } = receiptsOf(window);
  await search.fill('cho phien');
  await expect(items).toHaveCount(1);
  const file = path.join(profile, 'out.csv');
  await answerDialogs(app, file);
  await view.getByRole('button', { name: 'Export the list…' }).press('Enter');
  await expect(window.getByText(`Saved 1 receipt to ${file}`)).toBeVisible();
  const [header = [], ...rows] = readCsv(readFileSync(file, 'utf8'));
  expect(rows).toHaveLength(1);
  const row = Object.fromEntries(header.map((name, index) => [name, rows[0]?.[index]]));
  expect(row).toMatchObject({
    ...{ Headline: `'=Chợ phiên "Bằng Lũng"`, Byline: 'Bài: Hà Văn Lường (HVL)', Words: '7', Photos: '0' },
    ...{ Destination: 'Báo điện tử', Address: 'https://bao.example/2', Status: 'Scheduled', Operation: 'Publish' },
    ...{ 'Approved by': 'Nguyễn Thị Hoa', 'Published by': 'Vi Sơn', Differences: '0' },
  });

  await view.getByRole('button', { name: 'Fees…' }).press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Figures for the fees' });
  await dialog.getByRole('radio', { name: 'Any time' }).press('Space');
  expect(await findings(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the table…' }).press('Enter');
  await expect(window.getByText(`Saved the figures of 3 stories to ${file}`)).toBeVisible();
  const [, ...fees] = readCsv(readFileSync(file, 'utf8'));
  expect(fees).toEqual([
    ['Hà An', '', 'Text', '1', '6', '6', '0'],
    ['Hà Văn Lường', 'HVL', 'Text', '1', '7', '7', '0'],
    ['Vi Sơn', '', 'Text', '1', '11', '11', '0'],
  ]);
});
