import { expect, test } from 'vitest';
import { storyHash } from '../../../story/canonical.ts';
import { applyChange, diffStories, isEmptyChange } from '../../../story/journal.ts';
import { storySchema } from '../../../story/model.ts';
import { makeStory } from '../../bench/prose.ts';
import { typed } from '../../bench/typing.ts';

test('a typed session is the same for the same seed, every flush changes something, and all of it can be stored', () => {
  for (const seed of [1, 2, 3]) {
    let story = makeStory(seed, 0);
    for (let seq = 0; seq < 200; seq++) {
      const after = typed(story, seed, seq);
      const change = diffStories(story, after);
      expect(isEmptyChange(change)).toBe(false);
      // As the store gives it back, to the order of its keys: what is typed next depends on nothing else.
      const stored = storySchema.parse(applyChange(story, JSON.parse(JSON.stringify(change))));
      expect(JSON.stringify(after)).toBe(JSON.stringify(stored));
      expect(typed(structuredClone(story), seed, seq)).toEqual(after);
      expect(storyHash(after)).toHaveLength(64);
      story = after;
    }
    expect(story.body.length).toBeGreaterThan(3);
    expect(story.body.length).toBeLessThan(45);
  }
});
