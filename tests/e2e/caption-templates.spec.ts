import { photo, withSegments, xmpPacket, xmpSegment } from '../fixtures/photo.ts';
import { deskOf } from './desk.ts';
import { expect, test } from './launch.ts';

/** A photo that names who took it and where, and has no credit. */
const taken = async () =>
  withSegments(
    await photo('jpeg', 60, 40, 5),
    xmpSegment(
      xmpPacket(
        '<dc:creator><rdf:Seq><rdf:li>Tùng Vân</rdf:li></rdf:Seq></dc:creator><photoshop:City>Bắc Kạn</photoshop:City>',
      ),
    ),
  );

test("the house's templates: a credit comes with the photo, a caption when it is asked for; what is left open stops", async ({
  launch,
}) => {
  const { window } = await launch({ lang: 'en' });
  const desk = deskOf(window);
  const settings = await desk.settings();
  const template = settings.getByRole('textbox', { name: 'Template of the credit' });
  await expect(template).toHaveValue('Photo: {photographer}');
  await template.fill('Ảnh: {photographer}/BBK');
  await template.press('Tab');
  await window.keyboard.press('Escape');

  await desk.newStory();
  await desk.field('Headline').fill('Dưa lưới về bản');
  await desk.drop('dua.jpg', await taken());
  await expect(desk.field('Credit, photographer')).toHaveValue('Ảnh: Tùng Vân/BBK');
  await expect(window.getByText('From the file, not checked')).toBeVisible();

  await window.getByRole('button', { name: 'From the template: Caption' }).press('Enter');
  // New stories are written in the language of the window.
  await expect(desk.field('Caption')).toHaveValue('[Who does what] at {place}, Bắc Kạn, on {date}.');
  await expect(desk.field('Caption')).toBeFocused();
  const tab = await desk.openTab('Publish');
  await expect(tab.getByText('Photo 1 still has something of the template to fill in: [Who does what]')).toBeVisible();
  await tab.getByRole('button', { name: /^Photo 1 still has something/ }).press('Enter');
  await expect(desk.field('Caption')).toBeFocused();
  await desk.field('Caption').fill('Bà con hái dưa ở Bắc Kạn.');
  await expect(tab.getByText('Photo 1 still has something')).toHaveCount(0);
  await desk.saved();
});
