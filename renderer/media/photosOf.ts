import type { Figure, Story } from '../../story/model.ts';
import { type PhotoIssue, photoIssues } from '../../story/photo/check.ts';

export type StoryPhoto = { figure: Figure; issues: readonly PhotoIssue[] };

/** The photos of a story in its order, each with what to look at. */
export const photosOf = (story: Story): StoryPhoto[] => {
  const issues = photoIssues(story);
  const figures = story.body.filter((block): block is Figure => block.type === 'figure');
  return figures.map((figure) => ({ figure, issues: issues.get(figure.id) ?? [] }));
};
