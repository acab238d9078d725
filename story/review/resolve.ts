import { joinRuns } from '../canonical.ts';
import { plainTexts, type TextPlace, withTexts } from '../content.ts';
import {
  type Block,
  type ConflictThread,
  type FieldName,
  isTextBlock,
  plainText,
  type Run,
  type SolidBlock,
  type Story,
  type TextBlock,
  VALUE_FIELDS,
} from '../model.ts';
import { recipeFromJson } from '../photo/recipe.ts';
import { mergeField } from './mergeField.ts';

export type Choice = 'ours' | 'theirs' | 'both';

/**
 * The story after a person has decided a conflict: the words of the chosen side stay, without marks; the thread is resolved.
 * In a field, `both` puts theirs behind ours. What was typed since is kept. Any other thread: the story as it is.
 */
export function resolveConflict(story: Story, threadId: string, choice: Choice): Story {
  const thread = story.threads[threadId];
  if (thread?.kind !== 'conflict' || thread.resolved) return story;
  const threads = { ...story.threads, [threadId]: { ...thread, resolved: true } };
  if ('field' in thread.anchor) {
    const { field } = thread.anchor;
    return { ...story, threads, fields: { ...story.fields, [field]: chosenIn(story, field, thread, choice) } };
  }
  if ('recipe' in thread.anchor) {
    const { block: id } = thread.anchor;
    return choice === 'theirs'
      ? {
          ...story,
          threads,
          body: story.body.map((block) => (block.id === id ? withRecipe(block, thread.theirs) : block)),
        }
      : { ...story, threads };
  }
  const { block: id, ...place } = thread.anchor;
  const body = story.body.flatMap((block) => {
    if (isTextBlock(block)) return chosenRuns(block, threadId, choice);
    if (block.id !== id) return [block];
    if (Object.keys(place).length > 0) {
      const here = placeNow(block, place, thread.ours);
      return [withTexts(block, (text, at) => (isSame(at, here) ? chosenText(text, thread, choice) : text))];
    }
    // About a whole block: a side without text has no such block.
    return choice !== 'both' && thread[choice] === '' ? [] : [block];
  });
  return { ...story, threads, body: body.length > 0 ? body : story.body.slice(0, 1).map(emptied) };
}

/** A figure with the recipe that a conflict holds. */
function withRecipe(block: Block, json: string): Block {
  if (block.type !== 'figure') return block;
  const recipe = recipeFromJson(json);
  if (!recipe && json !== '') return block; // it came from outside, and is no recipe
  const { recipe: _, gallery, columns, galleryCaption, box, ...figure } = block;
  return {
    ...figure,
    ...(recipe && { recipe }),
    ...(gallery && { gallery }),
    ...(columns && { columns }),
    ...(galleryCaption && { galleryCaption }),
    ...(box && { box }),
  };
}

/** Of a field that holds one value, both cannot stand: ours does. */
function chosenIn({ fields }: Story, field: FieldName, thread: ConflictThread, choice: Choice): string {
  if (!VALUE_FIELDS.has(field)) return chosenText(fields[field], thread, choice);
  return choice === 'theirs' ? thread.theirs : fields[field];
}

const isSame = (a: TextPlace, b: TextPlace): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows and columns may have come and gone since: a cell that no longer holds the words is looked for by them. */
function placeNow(block: SolidBlock, place: TextPlace, words: string): TextPlace {
  const texts = plainTexts(block);
  if (!place.cell || texts.some((one) => isSame(one.place, place) && one.text === words)) return place;
  const found = texts.filter((one) => one.place.cell && one.text === words);
  return found.length === 1 ? found[0]!.place : place;
}

function chosenText(now: string, thread: ConflictThread, choice: Choice): string {
  if (choice === 'ours') return now;
  if (choice === 'both') return [now, thread.theirs].filter((text) => text.trim() !== '').join(' / ');
  // What was typed since the merge goes into theirs; where it changed the same words, it stands beside them.
  const merged = mergeField(thread.ours, now, thread.theirs);
  return merged.theirs === null ? merged.text : `${merged.theirs} / ${merged.text}`;
}

function chosenRuns(block: TextBlock, id: string, choice: Choice): Block[] {
  if (!block.runs.some((run) => run.threads?.includes(id))) return [block];
  const stays = (run: Run) => choice === 'both' || !run.threads?.includes(id) || run.side === choice;
  const runs = joinRuns(block.runs.filter(stays).map((run) => unmarked(run, id)));
  const isEmptied = plainText(runs) === '' && plainText(block.runs) !== '';
  return isEmptied ? [] : [{ ...block, runs }];
}

function unmarked(run: Run, id: string): Run {
  if (!run.threads?.includes(id)) return run;
  const { threads, side: _, ...rest } = run;
  const others = threads.filter((other) => other !== id);
  return others.length > 0 ? { ...rest, threads: others } : rest;
}

const emptied = (block: Block): Block => (isTextBlock(block) ? { ...block, runs: [] } : block);
