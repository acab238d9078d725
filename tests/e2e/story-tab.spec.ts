import { findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const HEADLINE = 'Đường mới mở lối cho nếp tím';

test('the slug follows the headline until somebody edits it, and again when asked to', async ({ launch }) => {
  const { window, profile, close } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const panel = await desk.openTab('Story');
  const slug = panel.getByRole('textbox', { name: 'Slug' });
  await expect(slug).toHaveValue('');
  await desk.field('Headline').pressSequentially(HEADLINE);
  await expect(slug).toHaveValue('duong-moi-mo-loi-cho-nep-tim');
  await expect(panel.getByRole('button', { name: 'Make from headline' })).toHaveCount(0);
  await slug.fill('Nếp tím / Tết 2026');
  await slug.press('Tab');
  await expect(slug).toHaveValue('nep-tim-tet-2026');
  await desk.field('Headline').fill('Tít khác hẳn');
  await expect(slug).toHaveValue('nep-tim-tet-2026');
  await desk.saved();
  await close();

  const again = deskOf((await launch({ profile, lang: 'en' })).window);
  const reopened = await again.openTab('Story');
  const kept = reopened.getByRole('textbox', { name: 'Slug' });
  await expect(kept).toHaveValue('nep-tim-tet-2026');
  await reopened.getByRole('button', { name: 'Make from headline' }).press('Enter');
  await expect(kept).toHaveValue('tit-khac-han');
  await again.field('Headline').fill(HEADLINE);
  await expect(kept).toHaveValue('duong-moi-mo-loi-cho-nep-tim');
});

test('lengths are counted as one types, and what is too long is said', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const panel = await desk.openTab('Story');
  const seo = panel.getByRole('textbox', { name: 'SEO headline' });
  const count = panel.locator('[data-count="headlineSeo"]');
  const said = panel.getByRole('status').filter({ hasText: 'SEO headline' });
  await seo.fill('Lũ về giữa đêm');
  await expect(count).toHaveText('14/60');
  await expect(said).toHaveCount(0);
  await seo.fill('ầ'.repeat(61));
  await expect(count).toHaveText('61/60');
  await expect(count).toHaveAttribute('data-over', 'true');
  await expect(said).toHaveText('SEO headline: longer than 60 characters');
  await seo.press('Backspace');
  await expect(said).toHaveText('SEO headline: within 60 characters');
  // Undo in the field is the field's.
  await seo.press('Control+z');
  await expect(count).toHaveText('61/60');
  // On the page, too.
  await desk.field('Headline').fill('a'.repeat(91));
  await expect(window.getByText('91/90')).toBeVisible();
});

test('an embargo stands in the way of a publication, and is reached from there by keyboard', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Headline').fill(HEADLINE);
  await desk.body.click();
  await window.keyboard.type('Sáng nay thông xe.');
  const story = await desk.openTab('Story');
  const planning = story.getByRole('button', { name: 'Planning' });
  await planning.press('Enter');
  const embargo = story.getByRole('textbox', { name: 'Embargo' });
  await embargo.fill('ngày mai');
  await embargo.press('Tab');
  await expect(story.getByText(/This time cannot be understood/)).toBeVisible();
  await embargo.fill('6h30 28/11/2099');
  await embargo.press('Tab');
  await expect(embargo).toHaveValue('06:30 28/11/2099');
  await expect(story.getByText('Not before Saturday, 28 November 2099 at 06:30.')).toBeVisible();
  await planning.press('Enter');
  await expect(embargo).toHaveCount(0);

  const publish = await desk.openTab('Publish');
  const finding = publish.getByRole('listitem').filter({ hasText: 'Not to be published before 06:30 28/11/2099' });
  await expect(finding).toBeVisible();
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(publish.getByRole('alert')).toHaveCount(1);
  await finding.getByRole('button').press('Enter');
  await expect(desk.field('Embargo')).toBeFocused();
  await desk.field('Embargo').fill('06:30 28/11/2020');
  await expect(window.getByText('Over since Saturday, 28 November 2020 at 06:30.')).toBeVisible();
  await desk.openTab('Publish');
  await expect(finding).toHaveCount(0);
});

test('the byline by rows and on the page is one text; language, priority and word target are kept', async ({
  launch,
}) => {
  const { window, profile, close } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.field('Byline').fill('Bài: Minh Thư (MT); Theo TTXVN');
  const panel = await desk.openTab('Story');
  for (const name of ['Byline', 'Planning', 'Sources']) await panel.getByRole('button', { name, exact: true }).click();
  const part = (name: string, number: number) => panel.getByRole('combobox', { name: `${name}, person ${number}` });
  const box = (name: string, number: number) => panel.getByRole('textbox', { name: `${name}, person ${number}` });
  await expect(part('Role', 1)).toHaveValue('Bài');
  await expect(box('Name', 1)).toHaveValue('Minh Thư');
  await expect(box('Code', 1)).toHaveValue('MT');
  await expect(box('Name', 2)).toHaveValue('Theo TTXVN');
  await panel.getByRole('button', { name: 'Add a person' }).click();
  await expect(box('Name', 3)).toBeFocused();
  await window.keyboard.type('Lê Hà');
  await part('Role', 3).fill('Ảnh');
  await expect(desk.field('Byline')).toHaveValue('Bài: Minh Thư (MT)\nTheo TTXVN\nẢnh: Lê Hà');
  await panel.getByRole('button', { name: 'Remove person 2' }).click();
  await expect(desk.field('Byline')).toHaveValue('Bài: Minh Thư (MT)\nẢnh: Lê Hà');
  await desk.field('Byline').fill('Tùng Vân');
  await expect(box('Name', 1)).toHaveValue('Tùng Vân');
  await expect(box('Name', 2)).toHaveCount(0);

  await panel.getByRole('combobox', { name: 'Language' }).press('Enter');
  await window.getByRole('option', { name: 'English' }).click();
  await expect(window.getByRole('article')).toHaveAttribute('lang', 'en');
  await panel.getByRole('combobox', { name: 'Priority' }).press('Enter');
  await window.getByRole('option', { name: '2', exact: true }).click();
  await panel.getByRole('textbox', { name: 'Word target' }).fill('500');
  await expect(panel.getByText('0 of 500 words')).toBeVisible();
  await expect(desk.status).toContainText('0 / 500 words');
  await panel.getByRole('textbox', { name: 'Sources' }).pressSequentially('Sở Giao thông\nTTXVN');
  expect(await findings(window), 'every part of the tab').toEqual([]);
  await desk.saved();
  await close();

  const again = await launch({ profile, lang: 'en' });
  const reopened = await deskOf(again.window).openTab('Story');
  await expect(again.window.getByRole('article')).toHaveAttribute('lang', 'en');
  for (const name of ['Planning', 'Sources']) await reopened.getByRole('button', { name, exact: true }).click();
  await expect(reopened.getByRole('combobox', { name: 'Priority' })).toHaveText('2');
  await expect(reopened.getByRole('textbox', { name: 'Sources' })).toHaveValue('Sở Giao thông\nTTXVN');
});

test('the house’s closing mark: new stories begin with it, and where it is missing it is added at a press', async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const settings = await desk.settings();
  await settings.getByRole('textbox', { name: 'Closing mark' }).fill('./.');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Escape');
  await desk.newStory();
  await expect(desk.field('Closing mark')).toHaveValue('./.');
  const panel = await desk.openTab('Story');
  await desk.field('Closing mark').fill('');
  await panel.getByRole('button', { name: 'Add ./.' }).click();
  await expect(desk.field('Closing mark')).toHaveValue('./.');
  // Typed at the end of the text, it is there.
  await desk.field('Closing mark').fill('');
  await expect(panel.getByText('The closing mark ./. is missing')).toBeVisible();
  await desk.body.click();
  await window.keyboard.type('Hết bài./.');
  await expect(panel.getByText('The closing mark ./. is missing')).toHaveCount(0);
  // And what else the house asks for is a warning before publishing, reached from there.
  await panel.getByRole('textbox', { name: 'SEO headline' }).fill('a'.repeat(61));
  const publish = await desk.openTab('Publish');
  const finding = publish.getByRole('listitem').filter({ hasText: 'SEO headline: longer than 60 characters' });
  await finding.getByRole('button').click();
  await expect(desk.field('SEO headline')).toBeFocused();
});
