import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result, StyleHouse, StyleSet } from '../../preload/contract.ts';
import builtIn from '../../resources/style/vi.json' with { type: 'json' };
import {
  MAX_STYLE_BYTES,
  parseSigned,
  parseStyle,
  type SignedStyle,
  signStyle,
  writeStyle,
} from '../../story/style/file.ts';
import { BUILT_IN_SET, decisionsAfter, decisionsSchema, type StyleDecisions } from '../../story/style/house.ts';
import { STYLE_FORMAT, type StyleFile, type StyleRule, styleFileSchema } from '../../story/style/rules.ts';
import { compareTexts } from '../../story/text/order.ts';
import { diskFailure } from '../durable.ts';
import { giveFile, inTurn, namesIn, readWhole, removeFile, writeFileWhole } from '../files.ts';
import { type PersonKeys, verifySignature } from '../person.ts';

export const EXTENSION = '.copydesk-style';
/** More files than these are not read. */
const MOST_FILES = 100;
const DECISIONS = 'decisions.json';

export type StyleRoom = ReturnType<typeof createStyle>;

/** The house style: the program's set of rules, and, in `folder`, a file each, the newsroom's; beside them what it has decided about rules. */
export function createStyle(folder: string) {
  const ours: StyleFile = styleFileSchema.parse(builtIn);
  const fileOf = (name: string): string => path.join(folder, `${idOf(name)}${EXTENSION}`);
  const next = inTurn();

  async function sets(): Promise<Pick<StyleHouse, 'sets' | 'unreadable'>> {
    const own: StyleSet[] = [];
    const unreadable: StyleHouse['unreadable'] = [];
    for (const name of await namesIn(folder, EXTENSION, MOST_FILES)) {
      const found = await readBytes(path.join(folder, name));
      const set = found.ok ? parseStyle(found.value) : found;
      if (set.ok) own.push({ id: name.slice(0, -EXTENSION.length), name: set.value.name, rules: set.value.rules });
      else unreadable.push({ file: name, code: set.code, ...(set.detail && { detail: set.detail }) });
    }
    own.sort((a, b) => compareTexts(a.name, b.name));
    return { sets: [{ id: BUILT_IN_SET, name: ours.name, rules: ours.rules }, ...own], unreadable };
  }

  /** A damaged file of decisions stays as it is: nothing is written over it. */
  async function decisions(): Promise<Result<StyleDecisions>> {
    try {
      const text = await readFile(path.join(folder, DECISIONS), 'utf8');
      const parsed = decisionsSchema.safeParse(JSON.parse(text));
      return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'damagedStyle' };
    } catch (error) {
      if (error instanceof SyntaxError) return { ok: false, code: 'damagedStyle' };
      const failure = diskFailure(error);
      return failure.detail === 'ENOENT' ? { ok: true, value: decisionsSchema.parse({}) } : failure;
    }
  }

  function decide(change: (now: StyleDecisions) => StyleDecisions): Promise<Result<null>> {
    return next(async (): Promise<Result<null>> => {
      const now = await decisions();
      if (!now.ok) return now;
      return writeFileWhole(path.join(folder, DECISIONS), `${JSON.stringify(change(now.value))}\n`);
    });
  }

  /** Where the decisions cannot be read or written they stay as they are: the rules matter more. */
  const forgetChanged = (before: StyleSet, rules: readonly StyleRule[]) =>
    decide((now) => decisionsAfter(now, before.id, before.rules, rules));
  const setOf = async (id: string): Promise<StyleSet | undefined> => (await sets()).sets.find((one) => one.id === id);

  return {
    async list(): Promise<StyleHouse> {
      const [found, decided] = await Promise.all([sets(), decisions()]);
      if (decided.ok) return { ...found, decisions: decided.value };
      const unreadable = [...found.unreadable, { file: DECISIONS, code: decided.code }];
      return { ...found, unreadable, decisions: decisionsSchema.parse({}) };
    },
    isHere: async (name: string): Promise<boolean> => (await setOf(idOf(name))) !== undefined,
    /** Failures: the disk's. */
    async save(name: string, rules: StyleRule[]): Promise<Result<null>> {
      const before = await setOf(idOf(name));
      const saved = await writeFileWhole(fileOf(name), writeStyle({ format: STYLE_FORMAT, version: 1, name, rules }));
      if (saved.ok && before) await forgetChanged(before, rules);
      return saved;
    },
    /** Failures: notFound, the disk's. */
    async remove(id: string): Promise<Result<null>> {
      const set = id === BUILT_IN_SET ? undefined : await setOf(id);
      if (!set) return { ok: false, code: 'notFound' };
      const removed = await removeFile(path.join(folder, `${id}${EXTENSION}`));
      if (removed.ok) await forgetChanged(set, []);
      return removed;
    },
    /** Writes a set to a file of the person's choice, signed. Failures: notFound, the disk's. */
    async give(id: string, file: string, keys: PersonKeys): Promise<Result<{ path: string }>> {
      const set = await setOf(id);
      if (!set) return { ok: false, code: 'notFound' };
      const style: StyleFile = { format: STYLE_FORMAT, version: 1, name: set.name, rules: set.rules };
      const maker = { name: keys.person().name, publicKey: keys.publicKey(), sign: keys.sign };
      return giveFile(file, EXTENSION, signStyle(style, maker));
    },
    setOf,
    /** Finds words again that a rule was to leave alone. */
    forget: (rule: string, words: string) =>
      decide((now) => ({
        ...now,
        ignored: now.ignored.filter((one) => one.rule !== rule || one.words !== words),
      })),
    switch: (rule: string, on: boolean) =>
      decide((now) => {
        const off = now.off.filter((one) => one !== rule);
        return { ...now, off: on ? off : [...off, rule] };
      }),
    /** Counts what became of a rule's findings; `words`: to be left alone by it for ever. */
    decided: (rule: string, accepted: number, ignored: number, words: string | null) =>
      decide((now) => {
        const before = now.counts[rule] ?? { accepted: 0, ignored: 0 };
        const counted = { accepted: before.accepted + accepted, ignored: before.ignored + ignored };
        const isKnown = now.ignored.some((one) => one.rule === rule && one.words === words);
        return {
          ...now,
          counts: { ...now.counts, [rule]: counted },
          ignored: words === null || isKnown ? now.ignored : [...now.ignored, { rule, words }],
        };
      }),
  };
}

/** A set is known by its name; a file's name that every system takes. */
const idOf = (name: string): string =>
  `set-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 16)}`;

/** Failures: those of parseSigned, and the disk's. */
export async function readStyleFile(file: string): Promise<Result<SignedStyle>> {
  const bytes = await readBytes(file);
  return bytes.ok ? parseSigned(bytes.value, verifySignature) : bytes;
}

const readBytes = (file: string): Promise<Result<Uint8Array>> => readWhole(file, MAX_STYLE_BYTES, 'notAStyle');
