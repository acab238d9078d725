import { type CommentThread, type ConflictThread, isTextBlock, type Story, type Thread } from '../../story/model.ts';

export type Threads = {
  comments: CommentThread[];
  resolved: CommentThread[];
  conflicts: ConflictThread[];
  /** Ids of comments whose words are no longer in the story. */
  gone: ReadonlySet<string>;
};

const firstAt = (thread: Thread): string => (thread.kind === 'comment' ? (thread.comments[0]?.at ?? '') : thread.at);

/** The story's threads as the Review tab shows them: open conflicts, open comments, resolved ones; the oldest first. */
export function threadsOf(story: Story): Threads {
  const all = Object.values(story.threads).sort((a, b) => firstAt(a).localeCompare(firstAt(b)));
  const comments = all.filter((thread): thread is CommentThread => thread.kind === 'comment');
  const marked = new Set(
    story.body.flatMap((block) => (isTextBlock(block) ? block.runs.flatMap((run) => run.threads ?? []) : [])),
  );
  const solids = new Set(story.body.filter((block) => !isTextBlock(block)).map((block) => block.id));
  const isGone = ({ id, anchor }: CommentThread) => 'block' in anchor && !marked.has(id) && !solids.has(anchor.block);
  return {
    comments: comments.filter((thread) => !thread.resolved),
    resolved: comments.filter((thread) => thread.resolved),
    conflicts: all.filter((thread): thread is ConflictThread => thread.kind === 'conflict' && !thread.resolved),
    gone: new Set(comments.filter(isGone).map((thread) => thread.id)),
  };
}
