import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const POINT = 'The sources were called back';

test('a story goes its way: submitted, in review, approved, held by the house, approved again, published', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const key = (name: string) => window.keyboard.press(name);

  // The house: two persons, and a point that must be ticked.
  const settings = await desk.settings();
  await settings.getByRole('checkbox', { name: 'Who approves a story does not publish it' }).check();
  await settings.getByRole('textbox', { name: 'Point' }).fill(POINT);
  await key('Enter');
  await expect(settings.getByRole('checkbox', { name: `${POINT} (required)` })).toBeChecked();
  await settings.getByRole('button', { name: 'Add myself' }).click();
  await expect(settings.getByRole('combobox', { name: /^Role of/ })).toHaveText('Editor-in-chief');
  expect(await findings(window), 'settings').toEqual([]);
  await key('Escape');
  await expect(settings).toBeHidden();

  await desk.newStory();
  await desk.field('Headline').fill('Cầu Tà Rụt thông xe');
  await desk.body.click();
  await window.keyboard.type('Cầu dài 120 mét.');
  const review = await desk.openTab('Review');
  const chip = (status: string) => expect(review.getByText(status, { exact: true }).first()).toBeVisible();
  const steps = review.getByRole('list', { name: 'Steps so far' }).getByRole('listitem');
  await chip('Draft');

  // By keyboard: whose it is, until when, a note, and the first step.
  await review.getByRole('combobox', { name: 'Assigned to' }).focus();
  await window.keyboard.type('Hồng Nhung');
  await key('Tab');
  const deadline = review.getByRole('textbox', { name: 'Deadline' });
  await deadline.fill('17h28/11');
  await deadline.press('Enter');
  await expect(review.getByText(/This time cannot be understood/)).toBeVisible();
  await deadline.fill('17:00 01/03/2026');
  await deadline.press('Enter');
  await expect(review.getByText(/^Overdue since/)).toBeVisible();
  await review.getByRole('textbox', { name: 'Note with the next step' }).fill('Chờ số liệu của sở.');
  await key('Tab');
  await expect(review.getByRole('button', { name: 'Submit for review' })).toBeFocused();
  await key('Enter');
  await chip('Submitted');
  await expect(steps).toHaveText([/: Submitted.*Chờ số liệu của sở\./]);
  await expect(review.getByRole('button', { name: 'Take into review' })).toBeFocused();
  await key('Enter');
  await chip('In review');
  await expect(review.getByRole('combobox', { name: 'Assigned to' })).not.toHaveValue('Hồng Nhung');

  // Approval waits for the checklist.
  const approve = review.getByRole('button', { name: /^Approve this/ });
  await expect(approve).toBeDisabled();
  await expect(review.getByText(`tick on the checklist first: ${POINT}`)).toBeVisible();
  await review.getByRole('checkbox', { name: POINT }).check();
  await approve.click();
  await chip('Approved');
  for (const [theme, size] of [
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 900, height: 600 }],
  ] as const) {
    await arrange(app, window, theme, size);
    expect(await findings(window), `the Review tab, ${theme}`).toEqual([]);
  }
  await arrange(app, window, 'light', { width: 1280, height: 800 });

  // Who approved it does not publish it: the panel says so, and main holds to it.
  const panel = await desk.openTab('Publish');
  await expect(panel.getByText('You approved this story: another person publishes it.')).toBeVisible();
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(
    window.getByText(/in this house another person publishes it, so it was not published/).first(),
  ).toBeVisible();
  await expect(panel.getByText(/Equal to/)).toHaveCount(0);
  await window.locator('[data-type="danger"]').getByLabel('Close').click();

  // A change after approval shows, and asks again.
  await desk.body.click();
  await key('End');
  await window.keyboard.type(' Tải trọng 30 tấn.');
  await expect(panel.getByText(/This version is not approved/)).toBeVisible();
  await panel.getByRole('button', { name: 'To the Review tab' }).click();
  await review.getByRole('button', { name: 'Approve this version' }).click();
  await expect(steps).toHaveCount(4);

  // Without the rule of two persons the approved version goes out.
  const rules = await desk.settings();
  await rules.getByRole('checkbox', { name: 'Who approves a story does not publish it' }).uncheck();
  await rules.getByRole('checkbox', { name: 'Only what was approved is published' }).check();
  await key('Escape');
  await expect(rules).toBeHidden();
  await desk.openTab('Publish');
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(panel.getByText(/Equal to the approved version/)).toBeVisible();

  // The inbox: empty it teaches, then holds what is given to this person, the overdue first.
  await key('Control+Alt+j');
  await expect(window.getByText('Nothing waits for you')).toBeVisible();
  for (const [headline, due] of [
    ['Sau', '17:00 01/03/2199'],
    ['Trước', '17:00 01/03/2026'],
  ] as const) {
    await desk.newStory();
    await desk.field('Headline').fill(headline);
    await desk.openTab('Review');
    await review.getByRole('button', { name: 'Assign to me' }).click();
    await deadline.fill(due);
    await deadline.press('Enter');
    await desk.saved();
  }
  await key('Control+k');
  await window.keyboard.type('Review inbox');
  await key('Enter');
  await expect(desk.stories).toHaveText([/Trước.*overdue/, /Sau.*due 17:00 01\/03/]);
  await expect(desk.stories.first().getByRole('button').first()).toBeFocused();
  expect(await findings(window), 'the inbox').toEqual([]);
  await window.getByRole('group', { name: 'Shelf' }).getByRole('button', { name: 'All' }).click();
  await expect(desk.stories.filter({ hasText: 'Cầu Tà Rụt' })).toContainText('Published');
});
