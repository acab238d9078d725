// What a site may answer is not what this program may believe.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Figure, Story } from '../../../story/model.ts';
import { type Desk, dataFolder, good, openDesk } from '../../cms/desk.ts';
import { type MockWordPress, startMockWordPress } from './mock-wordpress.ts';

let desk: Desk;
let data: ReturnType<typeof dataFolder>;
const sites: MockWordPress[] = [];
beforeEach(async () => {
  data = dataFolder();
  desk = await openDesk(data.folder);
});
afterEach(async () => {
  await desk.close();
  for (const site of sites.splice(0)) await site.close();
  data.remove();
});

const withoutPhotos = (story: Story): Story => ({
  ...story,
  body: story.body.filter((block): block is Exclude<typeof block, Figure> => block.type !== 'figure'),
});
const start = async (linkOf = (id: number, url: string) => `${url}/${id}/`): Promise<MockWordPress> => {
  const site = await startMockWordPress(linkOf);
  sites.push(site);
  return site;
};
const config = (url: string) => ({ type: 'wordpress' as const, url, user: 'pv' });

test.each(['file:///usr/bin/evil.desktop', 'javascript:alert(1)', 'smb://ke-gian.example/x', '/tin/7', ''])(
  'an address that is none of the web’s (%j) does not get into a receipt',
  async (link) => {
    const site = await start(() => link);
    const story = await desk.story(withoutPhotos);
    const job = await desk.publish(story, await desk.destination(config(site.url), 'mật khẩu'));
    expect(job).toMatchObject({ state: 'done' });
    expect(desk.receipts).toMatchObject([{ remoteId: '7', url: `${site.url}/?p=7` }]);
  },
);

test('a destination that was moved to another site: a stranger’s post of the same number is not ours', async () => {
  const old = await start();
  const to = await desk.destination(config(old.url), 'mật khẩu');
  const story = await desk.story(withoutPhotos);
  expect(await desk.publish(story, to)).toMatchObject({ state: 'done' });
  const other = await start();
  const stranger = {
    ...{ id: 7, link: `${other.url}/7/`, slug: 'cua-nguoi-khac', status: 'publish' },
    ...{ modified_gmt: '2020-01-01T00:00:00', title: 'Tin của người khác' },
  };
  other.post = stranger;
  good(await desk.accounts.save({ id: to, name: 'Báo', config: config(other.url), secret: 'mật khẩu' }));
  expect(await desk.publish(story, to)).toMatchObject({ state: 'stopped', error: { code: 'remoteGone' } });
  expect(other.post).toEqual(stranger);
  expect(other.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
});
