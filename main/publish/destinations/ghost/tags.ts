import { z } from '../../../../story/zod.ts';
import type { Outcome } from '../types.ts';
import type { Ghost } from './client.ts';

const tagsSchema = z.object({ tags: z.array(z.object({ id: z.string(), name: z.string() })) });
const usersSchema = z.object({ users: z.array(z.object({ id: z.string(), name: z.string() })) });
type Tag = { id: string; name: string };

/** A string in NQL, Ghost's language of filters. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi');

/**
 * The ids of tags by name, in their order; those that are not there are made. Never sent by name with a post: Ghost finds a tag
 * by the slug it makes of the name, without its marks, and gives that tag the new spelling, for every post that has it.
 */
export async function tagIds(ghost: Ghost, names: readonly string[]): Promise<Outcome<Tag[]>> {
  if (names.length === 0) return { ok: true, value: [] };
  const found = await ghost.read('tags/', tagsSchema, {
    filter: `name:[${names.map(quoted).join(',')}]`,
    limit: '100',
  });
  if (!found.ok) return found;
  const tags: Tag[] = [];
  for (const name of names) {
    const same = found.value.tags.filter((tag) => folded(tag.name) === folded(name));
    const known = same.find((tag) => tag.name === name) ?? same[0];
    if (known) tags.push(known);
    else {
      const made = await ghost.write('POST', 'tags/', tagsSchema, { tags: [{ name }] });
      if (!made.ok) return made;
      tags.push(...made.value.tags.slice(0, 1));
    }
  }
  return { ok: true, value: tags };
}

/** Tags or authors whose names hold `query`, at most 50. */
export async function ghostTerms(ghost: Ghost, kind: 'tags' | 'authors', query: string): Promise<Outcome<Tag[]>> {
  const words = query.trim();
  const asked = { limit: '50', order: 'name asc', ...(words !== '' && { filter: `name:~${quoted(words)}` }) };
  if (kind === 'tags') {
    const found = await ghost.read('tags/', tagsSchema, asked);
    return found.ok ? { ok: true, value: found.value.tags } : found;
  }
  const found = await ghost.read('users/', usersSchema, asked);
  return found.ok ? { ok: true, value: found.value.users } : found;
}
