import { startModelServer } from '../unit/draft/model-server.ts';
import { findings } from './axe.ts';
import { ALT, deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { pressPhoto } from './photos.ts';

test('a model is set up, tried, drafts a caption that a person takes, and is switched off', async ({ launch }) => {
  const server = await startModelServer('A red square.');
  try {
    const { window } = await launch({ lang: 'en' });
    const desk = deskOf(window);
    await desk.newStory();
    await desk.drop('photo.jpg', await pressPhoto());
    const caption = desk.field('Caption');
    await expect(caption).not.toHaveValue('');
    const draft = window.getByRole('button', { name: 'Draft: Caption' });
    await expect(draft).toHaveCount(0);

    const settings = await desk.settings();
    await settings.getByRole('checkbox', { name: /^Offer drafts/ }).check();
    const address = settings.getByRole('textbox', { name: 'Address of the model’s server' });
    await address.fill('http://192.168.1.5:11434/v1');
    await settings.getByRole('button', { name: 'Save and switch on' }).click();
    await expect(settings.getByText('Begin with https://')).toBeVisible();
    await address.fill('https://ai.example/v1');
    await expect(settings.getByText('ai.example is another computer.')).toBeVisible();
    await address.fill(server.address);
    await expect(settings.getByText('is this very computer.')).toBeVisible();
    await settings.getByRole('textbox', { name: 'Name of the model' }).fill('llava');
    await settings.getByRole('button', { name: 'Try it' }).click();
    await expect(settings.getByText('it says: “A red square.”')).toBeVisible();
    expect(await findings(window)).toEqual([]);
    await settings.getByRole('button', { name: 'Save and switch on' }).click();
    await expect(window.getByText('Drafts by a model are on.')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(settings).toHaveCount(0);

    server.answer = '"Farmers bring in the melons."';
    await caption.fill('');
    await draft.click();
    const offered = window.getByRole('textbox', { name: /^Draft by a model, not in the story yet/ });
    await expect(offered).toHaveValue('Farmers bring in the melons.');
    expect(await findings(window)).toEqual([]);
    await window.keyboard.press('Enter');
    await expect(caption).toHaveValue('Farmers bring in the melons.');
    await expect(window.getByText('Drafted by a model, accepted by a person')).toBeVisible();
    await desk.saved();
    expect(server.asked.map(({ model, pictureType }) => [model, pictureType])).toEqual([
      ['llava', 'image/jpeg'],
      ['llava', 'image/jpeg'],
    ]);
    // The same on the light table: what undoes or leaves a draft does so to the draft alone.
    await caption.focus();
    await window.keyboard.press('Control+Alt+g');
    const table = window.getByRole('dialog', { name: 'Light table' });
    const alt = table.getByRole('textbox', { name: ALT, exact: true });
    const offer = table.getByRole('textbox', { name: /^Draft by a model, not in the story yet/ });
    server.answer = 'Farmers with melons.';
    const inTable = table.getByRole('button', { name: `Draft: ${ALT}` });
    await expect(alt).toBeFocused();
    await inTable.focus();
    await window.keyboard.press('Enter');
    await expect(offer).toBeFocused();
    await window.keyboard.type('x');
    await window.keyboard.press('Control+z');
    await expect(offer).toHaveValue('Farmers with melons.');
    await expect(table.getByRole('textbox', { name: 'Caption', exact: true })).toHaveValue(
      'Farmers bring in the melons.',
    );
    await window.keyboard.press('Escape');
    await expect(offer).toHaveCount(0);
    await expect(alt).toBeFocused();
    await inTable.focus();
    await window.keyboard.press('Enter');
    await expect(offer).toBeFocused();
    expect(await findings(window)).toEqual([]);
    await window.keyboard.press('Enter');
    await expect(alt).toHaveValue('Farmers with melons.');
    await window.keyboard.press('Escape');
    await expect(table).toHaveCount(0);

    const photos = await desk.openTab('Photos');
    await expect(photos.getByText('Drafted by a model, accepted')).toBeVisible();

    await desk.settings();
    await settings.getByRole('checkbox', { name: /^Offer drafts/ }).uncheck();
    await window.keyboard.press('Escape');
    await expect(draft).toHaveCount(0);
  } finally {
    await server.close();
  }
});
