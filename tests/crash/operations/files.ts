// What a person has made: photos taken in, pages published, hand-offs, templates, backups.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupName, makeBackup } from '../../../main/backup/make.ts';
import { readBackup } from '../../../main/backup/reader.ts';
import { mendSwap, swap } from '../../../main/backup/swap.ts';
import { createMedia } from '../../../main/media/index.ts';
import { openPerson, verifySignature } from '../../../main/person.ts';
import { sendHandoff } from '../../../main/review/send.ts';
import { openStore } from '../../../main/store/open.ts';
import { createTemplates } from '../../../main/templates/index.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { unpackHandoff } from '../../../story/formats/copydesk/unpack.ts';
import { good, keychain, openDesk } from '../../cms/desk.ts';
import { photo as picture } from '../../fixtures/photo.ts';
import { photoBytes, sha256 } from '../kills/life.ts';
import { storyWith } from '../sentences.ts';
import { must, type Operation, type Place } from './types.ts';

const AT = new Date('2025-03-01T08:00:00.000Z');
const bytesOf = async (number: number) => photoBytes([await picture('jpeg', 160, 100, 4)], number);

const photo: Operation = {
  name: 'a photo taken in',
  prepare: async () => undefined,
  async run({ folder, desk }, say) {
    const store = good(await openStore(join(desk, 'library')));
    const putPhoto: typeof store.putPhoto = (info) => {
      say('ROW'); // from here on the row may be there: its photo has to be
      return store.putPhoto(info);
    };
    const media = createMedia({ folder, store: { getPhoto: store.getPhoto, putPhoto } });
    const taken = await media.importPhoto('anh.jpg', await bytesOf(1));
    await media.idle(); // what is drawn afterwards is written to the same disk
    await store.close();
    if (!taken.ok) return taken.code;
    say('DONE');
    return null;
  },
  async judge(folder, said) {
    const bytes = await bytesOf(1);
    const path = join(folder, 'photos', sha256(bytes).slice(0, 2), sha256(bytes));
    if (existsSync(path)) must(readFileSync(path).equals(bytes), 'the photo is not whole');
    else must(said.length === 0, 'the photo is not there');
  },
};

const HEADLINES = ['Tít cũ', 'Tít mới'];
/** Where what was prepared is noted for the run, which may be another process. */
const noted = (desk: string): { story: string; destination: string } =>
  JSON.parse(readFileSync(join(desk, 'noted.json'), 'utf8'));

const publication = (name: string, isFirst: boolean): Operation => ({
  name,
  async prepare({ folder, desk }) {
    const here = await openDesk(join(desk, 'profile'));
    const destination = await here.destination({ type: 'folder', path: join(folder, 'Bao'), open: false });
    const headline = (text: string) => (story: Awaited<ReturnType<typeof storyWith>>) => ({
      ...story,
      fields: { ...story.fields, headline: text },
    });
    const story = await here.story(headline(HEADLINES[isFirst ? 1 : 0] as string));
    if (!isFirst) {
      await here.publish(story, destination);
      await here.edit(story, headline(HEADLINES[1] as string));
    }
    await here.close();
    writeFileSync(join(desk, 'noted.json'), JSON.stringify({ story, destination }));
  },
  async run({ desk }, say) {
    const here = await openDesk(join(desk, 'profile'));
    const { story, destination } = noted(desk);
    const open = (await here.outbox.jobs(story)).find(({ state }) => state === 'stopped' || state === 'waiting');
    if (open) good(await here.outbox.retry(open.id));
    const job = open ? await here.settle(open.id) : await here.publish(story, destination);
    await here.close();
    if (job.state !== 'done') return job.error?.code ?? job.state;
    say('DONE');
    return null;
  },
  async judge(folder, said) {
    const root = join(folder, 'Bao');
    const [name, ...more] = existsSync(root) ? readdirSync(root) : [];
    must(more.length === 0, 'there are two folders of one story');
    const read = (file: string) =>
      name !== undefined && existsSync(join(root, name, file)) ? readFileSync(join(root, name, file), 'utf8') : null;
    const [page, ninjs] = [read('index.html'), read('story.ninjs.json')];
    if (page !== null) must(page.trimEnd().endsWith('</html>'), 'half a page');
    const item = ninjs === null ? null : (JSON.parse(ninjs) as { headlines: { value: string }[] });
    if (!isFirst) must(page !== null && item !== null, 'what was published is gone');
    if (said.includes('DONE')) {
      must(page?.includes(`<h1>${HEADLINES[1]}</h1>`), 'the page is not the new one');
      must(item?.headlines[0]?.value === HEADLINES[1], 'the item is not the new one');
    }
    // The item comes last: what a watching system reads has its page and its photo.
    if (item?.headlines[0]?.value === HEADLINES[1])
      must(page?.includes(`<h1>${HEADLINES[1]}</h1>`), 'an item without its page');
    if (page !== null && name !== undefined)
      must(
        readdirSync(join(root, name)).some((one) => one.endsWith('.jpg')),
        'no photo',
      );
  },
});

async function sendTo({ folder, desk }: Place, seq: number): Promise<string | null> {
  const here = await openDesk(join(desk, 'profile'));
  const person = await openPerson(here.store, keychain, 'Lê Thị Phóng Viên');
  const photos = { read: here.media.readOriginal, import: here.media.importPhoto };
  const needs = { store: here.store, photos, person };
  const file = { ok: true, value: join(folder, 'bai.copydesk') } as const;
  const sent = await sendHandoff(needs, noted(desk).story, seq, NO_NOTE, async () => file);
  await here.close();
  return sent.ok ? null : sent.code;
}
const handoff: Operation = {
  name: 'a hand-off',
  async prepare(place) {
    const here = await openDesk(join(place.desk, 'profile'));
    const story = await here.story();
    await here.edit(story, (now) => ({ ...now, fields: { ...now.fields, headline: HEADLINES[1] as string } }));
    await here.close();
    writeFileSync(join(place.desk, 'noted.json'), JSON.stringify({ story, destination: '' }));
    must((await sendTo(place, 0)) === null, 'the first hand-off failed');
  },
  async run(place, say) {
    const failed = await sendTo(place, 1);
    if (failed === null) say('DONE');
    return failed;
  },
  async judge(folder, said) {
    const unpacked = unpackHandoff(new Uint8Array(readFileSync(join(folder, 'bai.copydesk'))), verifySignature);
    must(unpacked.ok, 'no whole hand-off');
    const isNew = unpacked.value.story.fields.headline === HEADLINES[1];
    must(isNew || !said.includes('DONE'), 'it is the old one');
  },
};

const room = (folder: string) => createTemplates({ builtIn: join(folder, 'none'), own: join(folder, 'templates') });
const template: Operation = {
  name: 'a template',
  prepare: async ({ folder }) => void good(await room(folder).save('Tin thể thao', storyWith(5), false)),
  async run({ folder }, say) {
    const saved = await room(folder).save('Tin thể thao', storyWith(60), true);
    if (!saved.ok) return saved.code;
    say('DONE');
    return null;
  },
  async judge(folder, said) {
    const { templates, unreadable } = await room(folder).list();
    must(unreadable.length === 0 && templates.length === 1, 'no whole template');
    const isNew = (templates[0]?.body.length ?? 0) > 3;
    must(isNew || !said.includes('DONE'), 'it is the old one');
  },
};

const backup: Operation = {
  name: 'a backup',
  async prepare({ desk }) {
    const here = await openDesk(join(desk, 'profile'));
    await here.story();
    await here.close();
  },
  async run({ folder, desk }, say) {
    const library = join(desk, 'profile');
    const store = good(await openStore(library));
    const needs = { store, library, program: 'test' };
    const made = await makeBackup(
      needs,
      { folder, name: backupName(AT) },
      () => undefined,
      new AbortController().signal,
    );
    await store.close();
    if (!made.ok) return made.code;
    say('DONE');
    return null;
  },
  async judge(folder, said) {
    const backups = readdirSync(folder).filter((name) => !name.startsWith('.'));
    must(backups.length > 0 || !said.includes('DONE'), 'there is no backup');
    for (const name of backups) await readBackup(join(folder, name), { step: () => undefined });
  },
};

const restoring: Operation = {
  name: 'a restored library put in place',
  async prepare({ folder }) {
    for (const name of ['library', 'library.restoring-1']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'whose'), name);
    }
  },
  async run({ folder }, say) {
    const [library, fresh, kept] = ['library', 'library.restoring-1', 'library.before-restore-1'];
    const swapped = await swap(
      join(folder, library as string),
      join(folder, fresh as string),
      join(folder, kept as string),
    );
    if (!swapped.ok) return swapped.code;
    say('DONE');
    return null;
  },
  async judge(folder, said) {
    await mendSwap(join(folder, 'library')); // as the next start does
    const whose = (name: string) => existsSync(join(folder, name)) && readFileSync(join(folder, name, 'whose'), 'utf8');
    const isNew = whose('library') === 'library.restoring-1';
    must(isNew || whose('library') === 'library', 'there is no library');
    must(isNew || !said.includes('DONE'), 'it is the old one');
    if (isNew) must(whose('library.before-restore-1') === 'library', 'the old one is gone');
  },
};

/** `restoring` writes nothing that could fill a disk. */
export const swaps: readonly Operation[] = [restoring];
export const files: readonly Operation[] = [
  photo,
  publication('a first publication into a folder', true),
  publication('a publication over an older one', false),
  handoff,
  template,
  backup,
];
