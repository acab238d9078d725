import type { Person } from '../../preload/contract.ts';
import type { CommentThread, Story } from '../../story/model.ts';
import { mentionsIn } from '../../story/review/mentions.ts';

/** Whether a thread asks something of a person: it names them, or they are in it. */
export const isForMe = (thread: CommentThread, me: Person): boolean =>
  thread.comments.some(({ by, text }) => by === me.fingerprint || mentionsIn(text, [me.name]).length > 0);

/** Who can be named in a story: everybody who wrote, suggested, decided or is to do something in it, by name. */
export function personsOf({ threads, suggestions, approval, desk }: Story): string[] {
  const names = new Set<string>();
  for (const thread of Object.values(threads)) {
    if (thread.kind === 'conflict') names.add(thread.theirName);
    else for (const { name } of thread.comments) names.add(name);
  }
  for (const { name, decided } of Object.values(suggestions)) {
    names.add(name);
    if (decided) names.add(decided.name);
  }
  if (approval) names.add(approval.name);
  if (desk.assignee) names.add(desk.assignee.name);
  for (const step of Object.values(desk.steps)) names.add(step.name);
  names.delete('');
  return [...names].sort((a, b) => a.localeCompare(b, 'vi'));
}
