// A word that an input method has not committed yet is in the story all the same, wherever one goes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { preedit } from '../editor/input.ts';
import { replay } from '../ime/replay.ts';
import { SEQUENCES } from '../ime/sequences.ts';
import { type Desk, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

const WORD = ['K', 'Kh', 'Khu', 'Khuô', 'Khuổ', 'Khuổi'] as const;

async function compose(window: Page, into: Locator): Promise<void> {
  await into.click();
  await window.keyboard.press('End');
  await preedit(await window.context().newCDPSession(window), ...WORD);
}
const storyWith = async (desk: Desk, headline: string) => {
  await desk.newStory();
  await desk.field('Headline').fill(headline);
  await desk.body.click();
  await desk.window.keyboard.type('Ở xã ');
  await desk.saved();
};

test('it outlives autosave, and another story being opened', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await storyWith(desk, 'Một');
  await storyWith(desk, 'Hai');
  await compose(window, desk.body);
  await expect(desk.body).toHaveText('Ở xã Khuổi');
  await desk.saved();
  await preedit(await window.context().newCDPSession(window), 'Khuổin');
  await expect(desk.body).toHaveText('Ở xã Khuổin');
  await desk.stories.filter({ hasText: 'Một' }).getByRole('button').first().click();
  await expect(desk.field('Headline')).toHaveValue('Một');
  await compose(window, desk.field('Headline'));
  await desk.stories.filter({ hasText: 'Hai' }).getByRole('button').first().click();
  await expect(desk.body).toHaveText('Ở xã Khuổin');
  await desk.stories.filter({ hasText: /^Một/ }).getByRole('button').first().click();
  await expect(desk.field('Headline')).toHaveValue('MộtKhuổi');
  await expect(desk.body).toHaveText('Ở xã ');
});

for (const place of ['the body', 'the headline'] as const)
  test(`it is in ${place} when the program is closed meanwhile`, async ({ launch }) => {
    const { window, profile, close } = await launch({ lang: 'en' });
    const desk = deskOf(window);
    await storyWith(desk, 'Chợ ');
    await compose(window, place === 'the body' ? desk.body : desk.field('Headline'));
    await close();
    const again = deskOf((await launch({ lang: 'en', profile })).window);
    await expect(again.body).toHaveText(place === 'the body' ? 'Ở xã Khuổi' : 'Ở xã ');
    await expect(again.field('Headline')).toHaveValue(place === 'the body' ? 'Chợ ' : 'Chợ Khuổi');
  });

test('it is published once and whole', async ({ launch }) => {
  const { window, profile } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await storyWith(desk, 'Chợ phiên');
  const panel = await desk.openTab('Publish');
  await compose(window, desk.body);
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Publish anyway' }).click();
  await expect(panel.getByText(/Equal to what was sent/)).toBeVisible();
  const published = path.join(profile, 'published');
  const html = readFileSync(path.join(published, readdirSync(published)[0] ?? '', 'index.html'), 'utf8');
  expect(html.match(/<p>Ở xã[^<]*/)?.[0]?.trim()).toBe('<p>Ở xã Khuổi');
});

test('no letter is lost or doubled in the fields of the Story tab', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  const tab = await desk.openTab('Story');
  const shut = tab.locator('h3 > button[aria-expanded="false"]');
  while ((await shut.count()) > 0) await shut.first().click();
  const cdp = await window.context().newCDPSession(window);
  const fields = ['Web headline', 'Short headline', 'SEO headline', 'Social headline', 'Section', 'Tags', 'Sources'];
  for (const [at, name] of [...fields, 'Editor’s note'].entries()) {
    const field = desk.field(name);
    for (const sequence of SEQUENCES.filter((_, index) => index % 4 === at % 4)) {
      await field.fill('');
      await replay(cdp, sequence);
      await expect.soft(field, `${sequence.method} in ${name}`).toHaveValue(sequence.words.join(''));
    }
  }
  await desk.saved();
});
