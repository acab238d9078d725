// A destination that takes ninjs, through the window; the receiver is a mock (tests/cms/ingest-server.ts says why).
import { type Ingest, KEY, startIngest } from '../cms/ingest-server.ts';
import { arrange, findings } from './axe.ts';
import { type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

let receivers: Record<'ninjs31' | 'superdesk', Ingest>;
test.beforeAll(async () => {
  receivers = { ninjs31: await startIngest('ninjs31'), superdesk: await startIngest('superdesk') };
});
test.afterAll(async () => {
  for (const receiver of Object.values(receivers)) await receiver.close();
});

async function openForm(desk: Desk, name: string) {
  const dialog = await desk.settings();
  await dialog.getByRole('button', { name: 'Add a system that takes ninjs' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  return dialog;
}

async function writeAndPublish(desk: Desk, destination: string) {
  await desk.newStory();
  await desk.field('Headline').fill('Đường mới về Pác Nặm');
  await desk.field('Standfirst').fill('Ba xã vùng cao có đường bê tông.');
  await desk.body.click();
  await desk.window.keyboard.type('Con đường trị giá 3.700 triệu đồng vừa thông xe.');
  const panel = await desk.openTab('Publish');
  await panel.getByRole('checkbox', { name: destination }).check();
  await panel.getByRole('checkbox').first().uncheck();
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await desk.window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  return panel;
}

test('Superdesk: set up by hand, checked, and what it takes is said to be taken, not to be equal', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const { superdesk } = receivers;
  const dialog = await openForm(desk, 'Báo tỉnh');
  await dialog.getByRole('combobox', { name: 'How it is sent' }).click();
  await window.getByRole('option', { name: /Superdesk/ }).click();
  await dialog.getByRole('textbox', { name: 'Address for stories' }).fill(`${superdesk.url}/push`);
  await dialog.getByLabel('Signing key', { exact: true }).fill(KEY);
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog.getByText(/Whether the key is right shows only when/)).toBeVisible();
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 1920, 1080],
  ] as const) {
    await arrange(app, window, theme, { width, height });
    expect(await findings(window), `${theme} ${width}`).toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await expect(dialog.getByText(`${superdesk.url}/push`)).toBeVisible();
  await window.keyboard.press('Escape');

  const panel = await writeAndPublish(desk, 'Báo tỉnh');
  await expect(panel.getByText(/The server took the story and does not give it back/)).toBeVisible();
  await expect(panel.getByText(/Equal to what/)).toHaveCount(0);
  expect([...superdesk.items.values()]).toMatchObject([{ headline: 'Đường mới về Pác Nặm', pubstatus: 'usable' }]);
});

test('ninjs 3.1: a wrong token is told by Check, and what is read back is equal', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const { ninjs31 } = receivers;
  const dialog = await openForm(desk, 'Cổng tin');
  await dialog.getByRole('textbox', { name: 'Address for stories' }).fill(`${ninjs31.url}/items`);
  await dialog.getByLabel('Access token', { exact: true }).fill('sai');
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog.getByText(/did not accept this destination’s key/)).toBeVisible();
  await dialog.getByLabel('Access token', { exact: true }).fill(KEY);
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog.getByText(/only stories without photos can be sent/).last()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Address for photos' }).fill(`${ninjs31.url}/media`);
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(dialog.getByText(/answers and accepts this key/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await window.keyboard.press('Escape');
  const panel = await writeAndPublish(desk, 'Cổng tin');
  await expect(panel.getByText(/Equal to what/)).toBeVisible();
});
