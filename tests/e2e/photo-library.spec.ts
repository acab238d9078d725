import type { Page } from '@playwright/test';
import { photo } from '../fixtures/photo.ts';
import { arrange, findings } from './axe.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';
import { PRESS, pressPhoto } from './photos.ts';

/** The library of photos, in the words of the English window. */
function photosOf(window: Page) {
  const view = window.getByRole('region', { name: 'Photo library' });
  const grid = view.getByRole('listbox', { name: 'Photos', exact: true });
  return {
    view,
    grid,
    all: grid.getByRole('option'),
    search: view.getByRole('searchbox', { name: 'Search all photos' }),
  };
}

/** Takes photos in, as a window does. */
async function takeIn(window: Page, files: Record<string, Buffer>): Promise<void> {
  for (const [name, bytes] of Object.entries(files))
    await window.evaluate(
      async ([file, base64]) => {
        type Bridge = { call(name: string, input: unknown): Promise<{ ok: boolean }> };
        const raw = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const bridge = (globalThis as unknown as { copydesk: Bridge }).copydesk;
        const taken = await bridge.call('photo.import', { name: file, bytes: raw });
        if (!taken.ok) throw new Error(JSON.stringify(taken));
      },
      [name, bytes.toString('base64')] as const,
    );
}

test('photos are searched, looked at and put into the story by keyboard alone', async ({ launch }) => {
  const { app, window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await window.keyboard.type('Vụ dưa');
  await takeIn(window, {
    'dua.jpg': await pressPhoto(1),
    'cho.jpg': await photo('jpeg', 400, 300, 2),
    'nui.png': await photo('png', 300, 400, 3),
  });
  await window.keyboard.press('Control+Shift+I');
  const photos = photosOf(window);
  await expect(photos.search).toBeFocused();
  // The sample story's photo, too.
  await expect(photos.all).toHaveCount(4);
  await expect(photos.all.first()).toContainText('nui.png');
  for (const theme of ['light', 'dark'] as const) {
    await arrange(app, window, theme, { width: 1280, height: 800 });
    expect(await findings(window)).toEqual([]);
  }
  await window.keyboard.type('pac nam');
  await expect(photos.all).toHaveCount(1);
  await expect(photos.all).toContainText(PRESS.caption);
  await window.keyboard.press('Escape');
  await expect(photos.all).toHaveCount(4);
  await window.keyboard.press('ArrowDown');
  await expect(photos.grid).toBeFocused();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('Enter');
  const panel = window.getByRole('dialog', { name: 'About this photo' });
  await expect(panel.getByRole('textbox', { name: 'Description', exact: true })).toHaveValue(PRESS.caption);
  await window.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(photos.grid).toBeFocused();
  await window.keyboard.press('Space');
  await window.keyboard.press('Shift+ArrowLeft');
  await expect(photos.grid.getByRole('option', { selected: true })).toHaveCount(2);
  await window.keyboard.press('Control+Enter');
  await expect(photos.view).toBeHidden();
  await expect(desk.body.locator('figure')).toHaveCount(2);
  await expect(desk.field('Caption').first()).toHaveValue(PRESS.caption);
  await desk.body.press('Control+z');
  await expect(desk.body.locator('figure')).toHaveCount(0);

  // Back to the story from the grid, and with the keys that opened it.
  for (const leave of ['Escape', 'Control+Shift+I']) {
    await window.keyboard.press('Control+Shift+I');
    await expect(photos.search).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await expect(photos.grid).toBeFocused();
    await window.keyboard.press(leave);
    await expect(photos.view).toBeHidden();
    await expect(desk.body).toBeFocused();
  }
});

test('filters tell which photos no story uses, and how much disk they take', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.drop('dua.jpg', await pressPhoto(1));
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await desk.saved();
  await takeIn(window, { 'cho.jpg': await photo('jpeg', 1200, 900, 2) });
  await window.getByRole('navigation').getByRole('button', { name: 'Photo library' }).click();
  const photos = photosOf(window);
  await expect(photos.all).toHaveCount(3);
  await photos.view.getByRole('button', { name: /^Use/ }).click();
  await window.getByRole('radio', { name: 'Used in no story' }).check();
  await window.keyboard.press('Escape');
  await expect(photos.all).toHaveCount(1);
  await expect(photos.all).toContainText('cho.jpg');
  await expect(photos.view).toContainText('never deletes an original by itself');
  await expect(photos.view.getByRole('status').first()).toHaveText(/^1 photo, [\d.]+ MB$/);
  await photos.view.getByRole('button', { name: 'Clear filters' }).click();
  await expect(photos.search).toBeFocused();
  await photos.view.getByRole('button', { name: /^Credit/ }).click();
  await window.getByRole('checkbox', { name: PRESS.credit }).check();
  await window.keyboard.press('Escape');
  await expect(photos.all).toHaveCount(1);
  await expect(photos.all).toContainText('used in 1 story');
});

test('a photo is dragged out of the library into the story', async ({ launch }) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await takeIn(window, { 'dua.jpg': await pressPhoto(1) });
  await window.keyboard.press('Control+Shift+I');
  const photos = photosOf(window);
  await photos.search.fill('pac nam');
  await expect(photos.all).toHaveCount(1);
  await photos.all.hover();
  await window.mouse.down();
  const page = await window.getByRole('textbox', { name: 'Headline', exact: true }).boundingBox();
  await window.mouse.move((page?.x ?? 0) + 60, (page?.y ?? 0) + 200, { steps: 4 });
  // What lay under it is in sight as long as the drag lasts.
  await expect(photos.view).toHaveAttribute('data-dragging');
  await window.mouse.move((page?.x ?? 0) + 64, (page?.y ?? 0) + 204, { steps: 2 });
  await window.mouse.up();
  await expect(desk.field('Caption')).toHaveValue(PRESS.caption);
  await expect(photos.view).toBeHidden();
});
