import { type StoryType, typeName } from '../../story/types/type.ts';
import { call } from '../api.ts';
import { language, t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';
import { loadTypes } from './types.ts';

/** Keeps a type; says what failed. */
export async function saveType(type: StoryType): Promise<boolean> {
  const saved = await call('type.save', { type });
  if (!saved.ok) {
    problem(saved);
    return false;
  }
  await loadTypes();
  notice(t('types.saved', { name: typeName(type, language()) }));
  return true;
}

/** Deletes an own type, or makes one of the program's as it came. */
export async function removeType(type: StoryType, isOwn: boolean): Promise<void> {
  const removed = await call('type.remove', { id: type.id });
  if (!removed.ok) return problem(removed);
  await loadTypes();
  notice(t(isOwn ? 'types.deleted' : 'types.resetDone', { name: typeName(type, language()) }));
}

export async function exportType(type: StoryType): Promise<void> {
  const given = await call('type.export', { id: type.id });
  if (given.ok) notice(t('types.exported', { path: given.value.path }));
  else problem(given);
}

/** The type in a file of the person's choice; null where there is none. */
export async function readTypeFile(): Promise<StoryType | null> {
  const read = await call('type.read', {});
  if (read.ok) return read.value;
  problem(read);
  return null;
}
