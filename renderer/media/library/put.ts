import type { NodeKey } from 'lexical';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { call } from '../../api.ts';
import { caretBlock, insertPhotos } from '../../editor/figures.ts';
import type { StorySession } from '../../editor/types.ts';
import { t } from '../../i18n.ts';
import { desk } from '../../state.ts';
import { notice, problem } from '../../ui/toasts.tsx';
import { chosen, closePhotos } from './state.ts';

/** Photos of the library go into the open story where its caret stands, in one step of undo; then the story is in sight. */
export async function putIntoStory(hashes: readonly string[]): Promise<void> {
  const session = desk.session();
  if (!session) return notice(t('desk.openStoryFirst'));
  if (session.readOnly) return notice(t('photos.library.readOnly'));
  if (await putAt(session, hashes, caretBlock(session))) closePhotos();
}

/** The same for photos that were dropped there: what stays in sight is the story. */
export function dropIntoStory(hashes: readonly string[]): void {
  closePhotos();
  void putIntoStory(hashes);
}

/** The same behind a block. False: they could not be read. */
export async function putAt(
  session: StorySession,
  hashes: readonly string[],
  behind: NodeKey | null,
): Promise<boolean> {
  const photos: PhotoInfo[] = [];
  for (const hash of hashes) {
    const got = await call('photo.get', { hash });
    if (!got.ok) {
      problem(got);
      return false;
    }
    photos.push(got.value);
  }
  if (desk.session() !== session) return false;
  insertPhotos(session, photos, behind);
  chosen.set(new Map());
  notice(t('desk.photosAdded', { count: photos.length }));
  return true;
}
