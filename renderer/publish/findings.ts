import type { Anchor, Story } from '../../story/model.ts';
import { type PreflightCode, type PreflightItem, preflight } from '../../story/review/preflight.ts';

/** Whether the story is approved stands beside the button already. */
type Shown = Exclude<PreflightCode, 'notApproved' | 'changedSinceApproval'>;
export type Finding = {
  code: Shown;
  anchor: Anchor | null;
  /** Which photo of the story it is about, from 1; 0: none. */
  number: number;
};

/** The preflight as the Publish tab lists it. */
export function findingsOf(story: Story): { blocks: Finding[]; warnings: Finding[] } {
  const photos = story.body.filter((block) => block.type === 'figure').map((block) => block.id);
  const found = (items: readonly PreflightItem[]): Finding[] =>
    items.flatMap(({ code, anchor }) => {
      if (code === 'notApproved' || code === 'changedSinceApproval') return [];
      return [{ code, anchor, number: anchor && 'block' in anchor ? photos.indexOf(anchor.block) + 1 : 0 }];
    });
  const { blocks, warnings } = preflight(story);
  return { blocks: found(blocks), warnings: found(warnings) };
}
