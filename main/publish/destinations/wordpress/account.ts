import { OPERATIONS, type Operation } from '../../../../preload/contract.ts';
import { decodeEntities } from '../../../../story/formats/wordpress/entities.ts';
import { z } from '../../../../story/zod.ts';
import type { Outcome } from '../types.ts';
import type { WordPress } from './client.ts';

const meSchema = z.object({ name: z.string(), capabilities: z.record(z.string(), z.unknown()) });
export type Account = { name: string; canPublish: boolean; canUpload: boolean; operations: Operation[] };

/** Who we are there, and what we may do. A wrong password reads as nobody (401), never as less. */
export async function account(site: WordPress): Promise<Outcome<Account>> {
  const me = await site.read('wp/v2/users/me', meSchema);
  if (!me.ok) return me;
  const may = (capability: string) => me.value.capabilities[capability] === true;
  const [canPublish, canUpload] = [may('publish_posts'), may('upload_files')];
  // A contributor's text waits for somebody who may publish it.
  const operations = OPERATIONS.filter((one) =>
    one === 'pending' || one === 'draft' ? may('edit_posts') : canPublish,
  );
  return { ok: true, value: { name: decodeEntities(me.value.name), canPublish, canUpload, operations } };
}
