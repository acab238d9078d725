import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result, Templates, TemplateView } from '../../preload/contract.ts';
import { sameName, type Template, templateName, writeTemplate } from '../../story/formats/template/template.ts';
import { isTextBlock, plainText, type Story } from '../../story/model.ts';
import { compareTexts } from '../../story/text/order.ts';
import { slugOf } from '../../story/text/slug.ts';
import { z } from '../../story/zod.ts';
import { giveFile, removeFile, writeFileWhole } from '../files.ts';
import { EXTENSION, readTemplate, readTemplates, type TemplateFile } from './files.ts';

const HIDDEN = 'hidden.json';
const hiddenSchema = z.array(z.string().max(100)).max(1000);
/** So many blocks of the body are shown before a template is chosen. */
const PREVIEW_BLOCKS = 30;

export type TemplateRoom = ReturnType<typeof createTemplates>;
type Known = TemplateFile & { origin: TemplateView['origin'] };

/** The templates: those that come with the program, in `builtIn`, and the newsroom's own, in `own`. */
export function createTemplates({ builtIn, own }: { builtIn: string; own: string }) {
  const hiddenFile = path.join(own, HIDDEN);

  /** Ids of the built-in ones that somebody put away. */
  async function hiddenIds(): Promise<string[]> {
    const text = await readFile(hiddenFile, 'utf8').catch(() => '[]');
    try {
      return hiddenSchema.parse(JSON.parse(text));
    } catch {
      return []; // it is a list of what is out of sight: without it, everything is in sight
    }
  }

  /** All that may be chosen, the newsroom's own first. */
  async function known(): Promise<{ all: Known[]; hidden: number; unreadable: Templates['unreadable'] }> {
    const [ours, theirs, hidden] = [
      await readTemplates(own, 'own'),
      await readTemplates(builtIn, 'builtIn'),
      await hiddenIds(),
    ];
    const replaced = ({ name }: TemplateFile) => ours.found.some((mine) => sameName(mine.name, name));
    const shown = theirs.found.filter((one) => !hidden.includes(one.id) && !replaced(one));
    const all = [
      ...byName(ours.found).map((one): Known => ({ ...one, origin: 'own' })),
      ...shown.map((one): Known => ({ ...one, origin: 'builtIn' })),
    ];
    const away = theirs.found.filter((one) => hidden.includes(one.id)).length;
    return { all, hidden: away, unreadable: ours.unreadable };
  }

  const find = async (id: string): Promise<Known | null> => (await known()).all.find((one) => one.id === id) ?? null;
  const ownNamed = async (name: string): Promise<Known | null> =>
    (await known()).all.find((one) => one.origin === 'own' && sameName(one.name, name)) ?? null;

  /** Writes one of the newsroom's own, to `file` or under a name of its own; gives its id. */
  async function write(name: string, story: Story, file: string | null): Promise<Result<{ id: string }>> {
    const place = file ?? path.join(own, `${slugOf(name, 60)}-${randomBytes(4).toString('hex')}${EXTENSION}`);
    const written = await writeFileWhole(place, writeTemplate(name, story));
    if (!written.ok) return written;
    const { all } = await known();
    const made = all.find((one) => one.file === place);
    return made ? { ok: true, value: { id: made.id } } : { ok: false, code: 'badRequest', detail: 'too large' };
  }

  async function freeName(name: string): Promise<string> {
    let free = name;
    for (let number = 2; await ownNamed(free); number++) free = `${name.slice(0, 90)} (${number})`;
    return free;
  }

  return {
    async list(): Promise<Templates> {
      const { all, hidden, unreadable } = await known();
      return { templates: all.map(view), hidden, unreadable };
    },
    async get(id: string): Promise<Template | null> {
      return find(id);
    },
    /** Makes a template of a story. Failures: badRequest, nameTaken (by one of ours, and not `replace`), the disk's. */
    async save(wanted: string, story: Story, replace: boolean): Promise<Result<{ id: string }>> {
      const name = templateName(wanted);
      if (name === null) return { ok: false, code: 'badRequest' };
      const there = await ownNamed(name);
      if (there && !replace) return { ok: false, code: 'nameTaken', detail: there.name };
      return write(name, story, there?.file ?? null);
    },
    /** Failures: notFound (none of ours), badRequest, nameTaken, the disk's. */
    async rename(id: string, wanted: string): Promise<Result<{ id: string }>> {
      const name = templateName(wanted);
      const template = await find(id);
      if (template?.origin !== 'own') return { ok: false, code: 'notFound' };
      if (name === null) return { ok: false, code: 'badRequest' };
      const there = await ownNamed(name);
      if (there && there.id !== id) return { ok: false, code: 'nameTaken', detail: there.name };
      return write(name, template.story, template.file);
    },
    /** Deletes one of ours; puts a built-in one away. Failures: notFound, the disk's. */
    async remove(id: string): Promise<Result<null>> {
      const template = await find(id);
      if (!template) return { ok: false, code: 'notFound' };
      if (template.origin === 'own') return removeFile(template.file);
      return writeFileWhole(hiddenFile, JSON.stringify([...(await hiddenIds()), id]));
    },
    restore: (): Promise<Result<null>> => writeFileWhole(hiddenFile, '[]'),
    /** Takes a file in; where one of ours has its name, it gets a number. Failures: those of reading and the disk's. */
    async take(file: string): Promise<Result<{ id: string; name: string }>> {
      const read = await readTemplate(file);
      if (!read.ok) return read;
      const name = await freeName(read.value.name);
      const written = await write(name, read.value.story, null);
      return written.ok ? { ok: true, value: { ...written.value, name } } : written;
    },
    /** Writes a template to a file of the person's choice. */
    async give(id: string, file: string): Promise<Result<{ path: string }>> {
      const template = await find(id);
      if (!template) return { ok: false, code: 'notFound' };
      return giveFile(file, EXTENSION, writeTemplate(template.name, template.story));
    },
  };
}

const byName = (found: TemplateFile[]) => found.sort((a, b) => compareTexts(a.name, b.name));

const view = ({ id, name, origin, story }: Known): TemplateView => ({
  id,
  name,
  origin,
  language: story.language,
  fields: story.fields,
  body: story.body
    .filter(isTextBlock)
    .slice(0, PREVIEW_BLOCKS)
    .map((block) => ({ type: block.type, text: plainText(block.runs) })),
});
