import type { Result } from '../../preload/contract.ts';
import { applyChange, type Change, changeSchema, diffStories } from '../../story/journal.ts';
import type { Story } from '../../story/model.ts';
import { failure } from './failures.ts';

const LIMIT_BLOCKS = 20_000;

/**
 * The change as it will be read again, and the story after it; badRequest where it does not fit. It goes through JSON
 * first, as its record does: an `undefined`, which the schema lets pass, would be in the held story and in no record.
 * `newest` differs from `before` where the answer to a record was lost: then the change is the one that leads from there.
 */
export function applied(before: Story, input: Change, newest: Story): Result<{ change: Change; story: Story }> {
  const parsed = changeSchema.safeParse(JSON.parse(JSON.stringify(input)));
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  try {
    const story = applyChange(before, parsed.data);
    if (story.body.length > LIMIT_BLOCKS) return failure('badRequest', 'too many blocks');
    return { ok: true, value: { change: before === newest ? parsed.data : diffStories(newest, story), story } };
  } catch (error) {
    return failure('badRequest', (error as Error).message);
  }
}
