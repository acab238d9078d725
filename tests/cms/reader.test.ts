import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readByExiftool } from '../../scripts/measure/photos/oracle.ts';
import { type Desk, dataFolder, openDesk } from './desk.ts';
import { startWordPress, type WordPressSite, wordPressMissing } from './wordpress.ts';

const missing = wordPressMissing();
const CREDIT = 'Ảnh: Hà Văn Lường';
const GD = "add_filter('wp_image_editors', fn() => ['WP_Image_Editor_GD']);";
const SHRINKER = `add_filter('wp_handle_upload', function ($upload) {
  imagejpeg(imagecreatefromjpeg($upload['file']), $upload['file'], 60); return $upload; });`;

describe.skipIf(missing)(`what readers of a real WordPress load${missing ? ` (${missing})` : ''}`, () => {
  let site: WordPressSite;
  let desk: Desk;
  let data: ReturnType<typeof dataFolder>;
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    site.clear();
    data = dataFolder();
    desk = await openDesk(data.folder);
  });
  afterEach(async () => {
    site.plugin(null);
    await desk.close();
    data.remove();
  });

  /** Publishes a story with one photo, and gives the credit of every file that a browser may load for its page. */
  async function published(): Promise<{ body: Record<string, string | undefined>; lead: (string | undefined)[] }> {
    const { user, password } = site.users.editor;
    const to = await desk.destination({ type: 'wordpress', url: site.url, user }, password);
    expect((await desk.publish(await desk.story(), to)).state).toBe('done');
    const page = await (await fetch(desk.receipts[0]!.url)).text();
    const article = page.slice(page.indexOf('class="lead"'));
    const body: Record<string, string | undefined> = {};
    for (const url of filesOf(article)) body[path.basename(url)] = await creditOf(url);
    const lead = await Promise.all(filesOf(page.slice(0, page.indexOf('class="lead"'))).map(creditOf));
    return { body, lead };
  }
  const filesOf = (html: string): string[] => [
    ...new Set(
      [...html.matchAll(/<img\b[^>]*>/g)].flatMap(([tag]) => [
        ...[...tag.matchAll(/\ssrc="([^"]+)"/g)].map(([, url]) => url!),
        ...[...tag.matchAll(/srcset="([^"]+)"/g)].flatMap(([, set]) =>
          set!.split(',').map((one) => one.trim().split(' ')[0]!),
        ),
      ]),
    ),
  ];
  async function creditOf(url: string): Promise<string | undefined> {
    const folder = mkdtempSync(path.join(data.folder, 'file-'));
    const file = path.join(folder, path.basename(url));
    writeFileSync(file, Buffer.from(await (await fetch(url)).arrayBuffer()));
    const { credit } = readByExiftool(file);
    rmSync(folder, { recursive: true });
    return credit;
  }

  test('on a server with Imagick every copy it makes shows the credit', async () => {
    const { body, lead } = await published();
    expect(Object.keys(body).length).toBeGreaterThan(1);
    expect(lead.length).toBeGreaterThan(1);
    expect(new Set([...Object.values(body), ...lead])).toEqual(new Set([CREDIT]));
    expect(desk.receipts[0]).not.toHaveProperty('notes');
  });

  test('on a server with GD the story’s page loads our own file, and the receipt says what is lost of the lead photo', async () => {
    site.plugin(GD);
    const { body, lead } = await published();
    expect(Object.values(body)).toEqual([CREDIT]);
    expect(lead).toContain(undefined);
    expect(desk.receipts[0]).toMatchObject({ differences: [], notes: ['smallPhotosBare'] });
  });

  test('a plug-in that takes the texts out of our own file, too: the receipt says so', async () => {
    site.plugin(SHRINKER + GD);
    const { body } = await published();
    expect(Object.values(body)).toEqual([undefined]);
    expect(desk.receipts[0]).toMatchObject({ differences: [], notes: ['photosBare', 'photosEncoded'] });
  });

  test('what a server does to photos is asked once', async () => {
    site.plugin(GD);
    const { user, password } = site.users.editor;
    const to = await desk.destination({ type: 'wordpress', url: site.url, user }, password);
    const story = await desk.story();
    await desk.publish(story, to);
    site.plugin(null);
    await desk.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: 'Tít mới' } }));
    expect((await desk.publish(story, to)).state).toBe('done');
    expect(desk.receipts.map(({ notes }) => notes)).toEqual([['smallPhotosBare'], ['smallPhotosBare']]);
  });
});
