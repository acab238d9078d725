import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ListedType, Result, StoryTypes } from '../../preload/contract.ts';
import { compareTexts } from '../../story/text/order.ts';
import { BUILT_IN_TYPES } from '../../story/types/builtIn.ts';
import { MAX_TYPE_BYTES, parseType, writeType } from '../../story/types/file.ts';
import { type StoryType, typeName } from '../../story/types/type.ts';
import { giveFile, namesIn, readWhole, removeFile, writeFileWhole } from '../files.ts';

export const EXTENSION = '.copydesk-type';
/** More files than these are not read. */
const MOST_FILES = 200;

export type TypeRoom = ReturnType<typeof createTypes>;

/** The story types: those of the program, and in `folder`, a file each, the newsroom's own and what it has changed of the others. */
export function createTypes(folder: string) {
  const builtIn = (id: string): boolean => BUILT_IN_TYPES.some((type) => type.id === id);

  async function read(): Promise<{
    own: Map<string, { type: StoryType; file: string }>;
    unreadable: StoryTypes['unreadable'];
  }> {
    const own = new Map<string, { type: StoryType; file: string }>();
    const unreadable: StoryTypes['unreadable'] = [];
    for (const name of await namesIn(folder, EXTENSION, MOST_FILES)) {
      const file = path.join(folder, name);
      const found = await readType(file);
      if (found.ok) own.set(found.value.id, { type: found.value, file });
      else unreadable.push({ file: name, code: found.code });
    }
    return { own, unreadable };
  }

  async function list(): Promise<StoryTypes> {
    const { own, unreadable } = await read();
    const known = BUILT_IN_TYPES.map((type): ListedType => {
      const changed = own.get(type.id);
      return changed ? { type: changed.type, origin: 'changed' } : { type, origin: 'builtIn' };
    });
    const others = [...own.values()]
      .map(({ type }) => type)
      .filter(({ id }) => !builtIn(id))
      .sort((a, b) => compareTexts(typeName(a, 'vi'), typeName(b, 'vi')));
    return { types: [...known, ...others.map((type): ListedType => ({ type, origin: 'own' }))], unreadable };
  }

  return {
    list,
    all: async (): Promise<StoryType[]> => (await list()).types.map(({ type }) => type),
    /** Failures: the disk's. */
    async save(type: StoryType): Promise<Result<null>> {
      const there = (await read()).own.get(type.id);
      return writeFileWhole(there?.file ?? path.join(folder, fileName(type.id)), writeType(type));
    },
    /** Failures: notFound, the disk's. */
    async remove(id: string): Promise<Result<null>> {
      const there = (await read()).own.get(id);
      return there ? removeFile(there.file) : { ok: false, code: 'notFound' };
    },
    /** Writes a type to a file of the person's choice. Failures: notFound, the disk's. */
    async give(id: string, file: string): Promise<Result<{ path: string }>> {
      const type = (await list()).types.find((one) => one.type.id === id)?.type;
      if (!type) return { ok: false, code: 'notFound' };
      return giveFile(file, EXTENSION, writeType(type));
    },
  };
}

/** A name that every system takes: an id alone may be a device's. */
const fileName = (id: string): string =>
  `type-${createHash('sha256').update(id).digest('hex').slice(0, 16)}${EXTENSION}`;

/** Failures: notFound, fileTooLarge, notAType, damagedType, newerType, diskError. */
export async function readType(file: string): Promise<Result<StoryType>> {
  const read = await readWhole(file, MAX_TYPE_BYTES, 'notAType');
  return read.ok ? parseType(read.value) : read;
}
