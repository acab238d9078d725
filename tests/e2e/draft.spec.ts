import { startModelServer } from '../unit/draft/model-server.ts';
import { findings } from './axe.ts';
import { deskOf } from './desk.ts';
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
