import type { Result, Templates, TemplateView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { language, t } from '../i18n.ts';
import { offerConversion } from '../legacy/actions.ts';
import { openMade } from '../shelf/shelf.ts';
import { desk, dialog } from '../state.ts';
import { createStore } from '../store.ts';
import { problem } from '../ui/toasts.tsx';

/** null: not read yet. */
export const templates = createStore<Templates | null>(null);

/** What was done last, for the dialog to say. */
export const said = createStore('');

/** Whether they could be read; says what failed. */
async function loadTemplates(): Promise<boolean> {
  const list = await call('template.list', {});
  if (list.ok) templates.set(list.value);
  else problem(list);
  return list.ok;
}

/** Opens the dialog on what there is: the list is there at once, and has the focus. */
export async function openTemplates(): Promise<void> {
  said.set('');
  if (await loadTemplates()) dialog.set('templates');
}

/** In the order in which they are offered: the newsroom's own, those in the window's language, the others. */
export function offered({ templates: all }: Templates): TemplateView[] {
  const rank = (one: TemplateView) => (one.origin === 'own' ? 0 : one.language === language() ? 1 : 2);
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** A new draft from a template, opened at once. */
export async function startFrom(id: string): Promise<void> {
  const made = await call('template.use', { id });
  if (!made.ok) return problem(made);
  dialog.set(null);
  await openMade(made.value.id);
  const session = desk.session();
  if (session?.storyId === made.value.id) offerConversion(session);
}

/** Makes a template of the open story, what is unsaved included. Fails with `nameTaken` unless it may replace one. */
export async function saveOpenStory(name: string, replace: boolean): Promise<Result<{ id: string }>> {
  const session = desk.session();
  if (!session) return { ok: false, code: 'notFound' };
  const flushed = await session.flush('handoff');
  if (!flushed.ok) return flushed;
  const input = { storyId: session.storyId, seq: flushed.value.seq, name, replace };
  return changed(await call('template.save', input), t('templates.saved', { name }));
}

export const rename = async (id: string, name: string): Promise<Result<{ id: string }>> =>
  changed(await call('template.rename', { id, name }), t('templates.renamed', { name }));

export async function remove({ id, name, origin }: TemplateView): Promise<void> {
  const done = origin === 'own' ? t('templates.deleted', { name }) : t('templates.putAway', { name });
  const removed = await changed(await call('template.remove', { id }), done);
  if (!removed.ok) problem(removed);
}

export async function restoreBuiltIn(): Promise<void> {
  const restored = await changed(await call('template.restore', {}), t('templates.restored'));
  if (!restored.ok) problem(restored);
}

/** Gives the id of what came in; null where nothing did. */
export async function importFile(): Promise<string | null> {
  const taken = await call('template.import', {});
  if (!taken.ok) {
    problem(taken);
    return null;
  }
  await changed(taken, t('templates.imported', { name: taken.value.name }));
  return taken.value.id;
}

export async function exportFile(id: string): Promise<void> {
  const given = await call('template.export', { id });
  if (given.ok) said.set(t('templates.exported', { path: given.value.path }));
  else problem(given);
}

async function changed<T>(result: Result<T>, done: string): Promise<Result<T>> {
  if (result.ok) {
    await loadTemplates();
    said.set(done);
  }
  return result;
}
