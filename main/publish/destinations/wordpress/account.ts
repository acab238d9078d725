import type { Operation } from '../../../../preload/contract.ts';
import { decodeEntities } from '../../../../story/formats/wordpress/entities.ts';
import { z } from '../../../../story/zod.ts';
import type { Outcome } from '../types.ts';
import type { WordPress } from './client.ts';

const meSchema = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  roles: z.array(z.string()).catch([]),
  capabilities: z.record(z.string(), z.unknown()),
});
export type Account = {
  id: number;
  name: string;
  roles: string[];
  canPublish: boolean;
  canUpload: boolean;
  /** Whether it may write under other people's names. */
  forOthers: boolean;
  operations: Operation[];
};

/**
 * The capabilities that an operation needs (https://wordpress.org/documentation/article/roles-and-capabilities/). What is
 * published is read back for editing, and mended later: an account that may publish and then touch it no more is no use.
 */
const NEEDS: Record<Operation, readonly string[]> = {
  draft: ['edit_posts'],
  pending: ['edit_posts'],
  private: ['edit_posts', 'publish_posts'],
  publish: ['edit_posts', 'publish_posts', 'edit_published_posts'],
  schedule: ['edit_posts', 'publish_posts', 'edit_published_posts'],
  correct: ['edit_posts', 'publish_posts', 'edit_published_posts'],
  unpublish: ['edit_published_posts'],
};

/** Who we are there, and what we may do. A wrong password reads as nobody (401), never as less. */
export async function account(site: WordPress): Promise<Outcome<Account>> {
  const me = await site.read('wp/v2/users/me', meSchema);
  if (!me.ok) return me;
  const { id, name, roles, capabilities } = me.value;
  const may = (capability: string) => capabilities[capability] === true;
  const operations = (Object.keys(NEEDS) as Operation[]).filter((one) => NEEDS[one].every(may));
  return {
    ok: true,
    value: {
      ...{ id, roles, operations, name: decodeEntities(name) },
      canPublish: operations.includes('publish'),
      canUpload: may('upload_files'),
      forOthers: may('edit_others_posts'),
    },
  };
}
