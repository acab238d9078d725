import { backupStateSchema } from '../../preload/contract/backup.ts';
import type { BackupState } from '../../preload/contract.ts';
import type { Store } from '../store/api.ts';

type Notice = BackupState['notice'];
const KEY = 'backup.notice';
const schema = backupStateSchema.shape.notice;

/** What became of the library, told at its next opening until the person has read it: it travels in the library itself. */
export const noticeValue = (notice: Notice): [string, Uint8Array] => [
  KEY,
  new Uint8Array(Buffer.from(JSON.stringify(notice))),
];

export async function readNotice(store: Pick<Store, 'getValue'>): Promise<Notice> {
  const bytes = await store.getValue(KEY);
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')));
  } catch {
    return null;
  }
}

export const noticeRead = (store: Pick<Store, 'putValue'>) => store.putValue(...noticeValue(null));
