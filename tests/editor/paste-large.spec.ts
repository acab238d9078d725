import { paragraph, texts } from '../unit/schema/editing.ts';
import { paste } from './input.ts';
import { body, expect, storyOf, test } from './page.ts';

// A trace would copy the whole page at every key: with 5,000 paragraphs that takes minutes.
test.use({ trace: 'off' });

test('a megabyte of hostile HTML comes in as words, and typing goes on', async ({ desk }) => {
  await desk.open(storyOf(paragraph()));
  await body(desk.page).click();
  const piece = (n: number) =>
    `<p onmouseover="window.bad=1">Đoạn ${n} <a href="javascript:window.bad=2">liên</a><script>window.bad=3</script><img src=x onerror="window.bad=4"></p>`;
  let html = '';
  let count = 0;
  while (html.length < 1_000_000) html += piece(count++);
  await paste(desk.page, { 'text/html': html });
  await desk.page.keyboard.type(' xong');
  const story = await desk.settled();
  expect(count).toBeGreaterThan(5000);
  expect(story.body.length).toBe(5000); // the rest is in the last one
  const words = texts(story.body).join(' ');
  for (const n of [0, 1, 4998, 4999, count - 1]) expect(words).toContain(`Đoạn ${n} liên`);
  expect(words.endsWith(' xong')).toBe(true);
  expect(await desk.page.evaluate(() => (window as unknown as { bad?: number }).bad)).toBeUndefined();
});
