import type { Operation } from '../../../../preload/contract.ts';
import { z } from '../../../../story/zod.ts';
import type { Outcome } from '../types.ts';
import type { Ghost } from './client.ts';

const users = z.object({
  users: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.object({ name: z.string() })) })).min(1),
});

/** Ghost knows no pending and no private posts. */
export const GHOST_OPERATIONS = ['publish', 'correct', 'schedule', 'draft', 'unpublish'] as const satisfies Operation[];

/** `name`: '' of an integration, which has none that it could ask for. */
export type Account = { name: string; canPublish: boolean; canUpload: boolean; operations: Operation[] };

/** Whose key it is, and what it may do: an integration may write every post; a person's own key what the person may. */
export async function account(ghost: Ghost): Promise<Outcome<Account>> {
  const me = await ghost.read('users/me/', users, { include: 'roles' });
  if (!me.ok && me.code !== 'remoteGone') return me;
  if (!me.ok) {
    // Ghost says so to an integration; that the key is good has been seen by then.
    return { ok: true, value: { name: '', canPublish: true, canUpload: true, operations: [...GHOST_OPERATIONS] } };
  }
  const [user] = me.value.users;
  const isContributor = user?.roles.every(({ name }) => name === 'Contributor') ?? true;
  const operations: Operation[] = isContributor ? ['draft'] : [...GHOST_OPERATIONS];
  return { ok: true, value: { name: user?.name ?? '', canPublish: !isContributor, canUpload: true, operations } };
}
