import { newId } from './ids.ts';
import { type Block, isTextBlock, type Run, type Story } from './model.ts';
import { asItWas } from './review/suggest/views.ts';
import { joinRuns } from './runs.ts';
import { emptyDesk } from './workflow.ts';

/**
 * A new draft made from a story: the same words and photos under new ids, not approved, without comments. Where two
 * versions of some words await a choice it takes ours, as the fields have it; the story itself keeps both. `suffix` follows
 * the headline, if there is one. What is only suggested is not in it. An address is one story's:
 * the slug follows the headline again. What was wrong in a story is no other's correction. `at`: instant.
 */
export function duplicateStory(story: Story, suffix: string, at: string): Story {
  const { fields, body } = asItWas(story);
  const { headline } = fields;
  return {
    ...story,
    id: newId(),
    createdAt: at,
    status: 'draft',
    approval: null,
    fields: {
      ...fields,
      slug: '',
      correction: '',
      headline: headline.trim() === '' ? headline : `${headline} ${suffix}`,
    },
    body: body.map(freshBlock),
    threads: {},
    suggestions: {},
    desk: emptyDesk(),
  };
}

/** The same block as one of another story: its own id, no marks of threads. What is suggested is decided before. */
export function freshBlock(block: Block): Block {
  const fresh = { ...block, id: newId() };
  return isTextBlock(fresh) ? { ...fresh, runs: joinRuns(fresh.runs.filter(isOurs).map(unmarked)) } : fresh;
}

const isOurs = (run: Run): boolean => run.side !== 'theirs';
const unmarked = ({ threads: _, side: __, ...run }: Run): Run => run;
