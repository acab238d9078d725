import type { DestinationView, Look, Result } from '../../preload/contract.ts';
import { theirStory, withTheirs } from '../../story/formats/theirs/index.ts';
import type { Story } from '../../story/model.ts';
import { mergeStories } from '../../story/review/merge.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language, t } from '../i18n.ts';

export type Changed = NonNullable<Look['changed']>;
/** What a person does with a story that was changed on the site: take what stands there, keep the desk's, or put both together. */
export type WayOut = 'take' | 'keep' | 'merge';
/** conflicts: places where both changed the same words. */
export type WentOut = { conflicts: number };
/** Where a person can write into a story, and its text can be read back as one. */
export const hasWaysOut = ({ config }: DestinationView): boolean =>
  config.type === 'wordpress' || config.type === 'ghost';

type Place = { destinationId: string; name: string };

/** The published story as somebody changed it on the site, and what of it no story can hold. */
export const readTheirs = ({ base, theirs }: Changed) => theirStory(base, theirs);

/**
 * Goes one of the three ways. All are edits like any other, each one step to undo, and what is given up stays in the history
 * under a name: with `take` and `merge` the desk's version, with `keep` the site's. Then the site's version is known, and
 * is no conflict for the next publication.
 */
export async function goOut(
  session: StorySession,
  way: WayOut,
  changed: Changed,
  { destinationId, name }: Place,
): Promise<Result<WentOut>> {
  const theirs = readTheirs(changed).story;
  const time = dateTime(new Date().toISOString(), language());
  const site = t('publish.site.versionThere', { name, time });
  let conflicts = 0;
  const before = await save(session, way === 'keep' ? null : t('publish.site.versionDesk', { name, time }));
  if (!before.ok) return before;
  const desk = session.story();
  if (way === 'merge') {
    const info = { theirName: name, at: new Date().toISOString() };
    const merged = mergeStories(changed.base, desk, theirs, info);
    conflicts = merged.conflicts.length;
    session.apply(merged.story);
  } else session.apply(withTheirs(desk, theirs));
  const saved = await save(session, way === 'merge' ? null : site);
  if (way === 'keep') {
    session.apply(asItWas(session.story(), desk));
    const back = await save(session, null);
    if (!back.ok) return back;
  }
  if (!saved.ok) return saved;
  const { version } = changed;
  const accepted = await call('publish.accept', { storyId: session.storyId, destinationId, version });
  return accepted.ok ? { ok: true, value: { conflicts } } : accepted;
}

/** The desk's text again, whatever else was noted of the story in that moment. */
const asItWas = (now: Story, { fields, body, threads, suggestions }: Story): Story => ({
  ...now,
  fields,
  body,
  threads: { ...now.threads, ...threads },
  suggestions,
});

/** Saved, and its version named where there is a name for it. */
async function save(session: StorySession, name: string | null): Promise<Result<null>> {
  const flushed = await session.flush('switch');
  if (!flushed.ok) return flushed;
  if (name === null) return { ok: true, value: null };
  return call('history.name', { id: session.storyId, seq: flushed.value.seq, name: name.slice(0, 200) });
}
