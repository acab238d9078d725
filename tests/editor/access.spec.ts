import AxeBuilder from '@axe-core/playwright';
import { divider, embed, figure, item, paragraph, table } from '../unit/schema/editing.ts';
import { body, expect, field, storyOf, test } from './page.ts';

const story = () => {
  const full = storyOf(
    paragraph('Thương mại, dịch vụ chiếm 57,54%; tổng mức bán lẻ đạt ', { text: '3.700 tỷ đồng', bold: true }, '.'),
    { ...(paragraph('Việc cần làm') as { id: string }), type: 'heading', level: 2, runs: [{ text: 'Việc cần làm' }] },
    item('Nâng cấp chợ trung tâm'),
    item('Mở tuyến phố đi bộ', 'bullet', 1),
    figure('Thành viên HTX Dương Quang thu hoạch dưa trồng trong nhà lưới.'),
    { ...(paragraph('x') as { id: string }), type: 'quote', runs: [{ text: 'Dân hiểu thì việc gì cũng xong.' }] },
    divider(),
    { ...table(['Xã', 'Hộ'], ['Bản Thi', '120']), caption: 'Số hộ', headerColumn: true },
    embed('https://www.youtube.com/watch?v=abc', 'Lễ hội'),
    paragraph('Nguồn: ', { text: 'baobackan.vn', link: 'https://baobackan.vn/' }),
  );
  full.fields = {
    ...full.fields,
    kicker: 'Nghị quyết vào cuộc sống',
    headline: 'Thành phố Bắc Kạn đưa nghị quyết của Đảng vào cuộc sống',
    standfirst: 'Để hoàn thành các mục tiêu, thành phố Bắc Kạn đang nỗ lực thi đua.',
    place: 'Bắc Kạn',
    date: '14/06/2021',
    byline: 'Tùng Vân',
    closingMark: './.',
    section: 'Chính trị',
    tags: 'nghị quyết, thi đua',
  };
  return full;
};

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing on the page, ${theme}, full and empty`, async ({ desk }, info) => {
    const { page } = desk;
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    await desk.open(story());
    await page.screenshot({ path: info.outputPath(`full-${theme}.png`) });
    await body(page).locator('figure').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: info.outputPath(`figure-${theme}.png`) });
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 80)).join(' | ')}`);
    };
    expect(await check()).toEqual([]);
    await desk.open(storyOf(paragraph()));
    await page.screenshot({ path: info.outputPath(`empty-${theme}.png`) });
    expect(await check()).toEqual([]);
  });

test('everything is reached by the keyboard, in the order of the page', async ({ desk }) => {
  const { page } = desk;
  await desk.open(story());
  await field(page, 'kicker').focus();
  const seen: string[] = [];
  for (let n = 0; n < 32; n++) {
    seen.push(
      await page.evaluate(() => {
        const { dataset, ariaLabel, textContent } = document.activeElement as HTMLElement;
        return (
          dataset.field ??
          dataset.figureText ??
          dataset.cell ??
          ('body' in dataset ? 'body' : (ariaLabel ?? textContent?.trim() ?? ''))
        );
      }),
    );
    await page.keyboard.press('Tab');
  }
  expect(seen.slice(0, 6)).toEqual(['kicker', 'headline', 'standfirst', 'place', 'date', 'body']);
  expect(seen).toContain('Bỏ ảnh khỏi bài');
  expect(seen.indexOf('caption')).toBeLessThan(seen.indexOf('alt'));
  expect(seen.indexOf('alt')).toBeLessThan(seen.indexOf('byline'));
  // Inside a table, Tab goes on from cell to cell, and at its end adds a row; Escape leads out.
  expect(seen.slice(seen.indexOf('0:0'))).toEqual(expect.arrayContaining(['0:1', '1:0', '1:1', '2:0']));
});
