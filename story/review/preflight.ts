import { bodyTexts, hasContent, plainTexts } from '../content.ts';
import { fieldsTooLong } from '../limits.ts';
import { type Anchor, FIELD_NAMES, isTextBlock, type Language, plainText, type Story } from '../model.ts';
import { type PhotoIssueCode, photoIssues } from '../photo/check.ts';
import { isCroppedSmall } from '../photo/geometry.ts';
import { drawnSize } from '../photo/recipe.ts';
import { embargoOf } from '../text/embargo.ts';
import { linksOf } from '../text/links.ts';
import { BUILT_IN_TYPES } from '../types/builtIn.ts';
import { isHidden, limitsOf, missingFields, typeOf } from '../types/rules.ts';
import type { StoryType } from '../types/type.ts';
import { approvalState, openConflicts } from './approval.ts';
import { type HouseRules, NO_RULES, openPoints } from './house.ts';
import { isMarked } from './suggest/decide.ts';
import { asItWas, openSuggestions } from './suggest/views.ts';

export type PreflightCode =
  | 'emptyHeadline'
  | 'emptyBody'
  | 'requiredField'
  | 'openConflict'
  | 'openSuggestion'
  | 'toBeChecked'
  | 'embargoed'
  | 'embargoUnclear'
  | 'killed'
  | 'checklistOpen'
  | 'notApproved'
  | 'changedSinceApproval'
  | 'emptyStandfirst'
  | 'tooLong'
  | 'guidanceLeft'
  | PhotoIssueCode
  | 'croppedSmall'
  | 'emptyTable'
  | 'badLink'
  | 'openComments';
/** What a template tells the writer stands in square brackets. */
const GUIDANCE = /\[[^[\]]{3,}\]/;

/**
 * Something to look at before publishing, and where it is; `anchor` is null where it is about the whole story. Of a photo's
 * texts, the `words` it is about, and of a point of the checklist its own; of a name, how the story spells it (`other`); of a crop, the `pixels` left across.
 */
export type PreflightItem = {
  code: PreflightCode;
  anchor: Anchor | null;
  words?: string;
  other?: string;
  pixels?: number;
};

/**
 * What stands in the way of publishing a story (`blocks`), and what a person should know before (`warnings`), each in the
 * order of the page. `now`: epoch milliseconds; `types` and `rules`: those of the house.
 */
export function preflight(
  marked: Story,
  now = Date.now(),
  types: readonly StoryType[] = BUILT_IN_TYPES,
  rules: HouseRules = NO_RULES,
): { blocks: PreflightItem[]; warnings: PreflightItem[] } {
  const suggested = suggestionItems(marked);
  // Looked at is what would go out.
  const story = rules.asItWas && suggested.length > 0 ? asItWas(marked) : marked;
  const type = typeOf(story.fields.type, types);
  const isEmpty = (text: string) => text.trim() === '';
  const blocks: PreflightItem[] = [];
  const warnings: PreflightItem[] = [];
  if (story.status === 'killed') blocks.push({ code: 'killed', anchor: null });
  if (isEmpty(story.fields.headline)) blocks.push({ code: 'emptyHeadline', anchor: { field: 'headline' } });
  for (const field of missingFields(type, story.fields))
    if (field !== 'headline') blocks.push({ code: 'requiredField', anchor: { field } });
  const hasBody = story.body.some(hasContent);
  if (!hasBody) blocks.push({ code: 'emptyBody', anchor: null });
  for (const { anchor } of openConflicts(story)) blocks.push({ code: 'openConflict', anchor });
  (rules.asItWas ? warnings : blocks).push(...suggested);
  blocks.push(...unfinished(story));
  const photos = photoItems(story);
  blocks.push(...photos.filter(({ code }) => STOPS.includes(code)));
  const embargo = embargoOf(story.fields.embargo);
  if (embargo.kind === 'until' && embargo.at > now) blocks.push({ code: 'embargoed', anchor: { field: 'embargo' } });
  if (embargo.kind === 'unclear') blocks.push({ code: 'embargoUnclear', anchor: { field: 'embargo' } });

  for (const { text } of openPoints(rules, story)) blocks.push({ code: 'checklistOpen', anchor: null, words: text });

  const state = approvalState(story);
  if (state === 'none') warnings.push({ code: 'notApproved', anchor: null });
  if (state === 'changedSince') warnings.push({ code: 'changedSinceApproval', anchor: null });
  const asksStandfirst = !isHidden(type, 'standfirst') && type.fields.standfirst?.use !== 'required';
  if (asksStandfirst && isEmpty(story.fields.standfirst))
    warnings.push({ code: 'emptyStandfirst', anchor: { field: 'standfirst' } });
  for (const field of fieldsTooLong(story.fields, limitsOf(type)))
    warnings.push({ code: 'tooLong', anchor: { field } });
  for (const name of FIELD_NAMES)
    if (GUIDANCE.test(story.fields[name])) warnings.push({ code: 'guidanceLeft', anchor: { field: name } });
  if (story.body.some((block) => bodyTexts(block).some((text) => GUIDANCE.test(text))))
    warnings.push({ code: 'guidanceLeft', anchor: null });
  warnings.push(...photos.filter(({ code }) => !STOPS.includes(code)));
  warnings.push(...croppedSmall(story));
  for (const block of story.body)
    if (block.type === 'table' && !hasContent(block))
      warnings.push({ code: 'emptyTable', anchor: { block: block.id } });
  const bad = linksOf(story).filter(({ problem }) => problem !== null);
  for (const place of new Set(bad.map(({ anchor }) => JSON.stringify(anchor))))
    warnings.push({ code: 'badLink', anchor: JSON.parse(place) });
  for (const thread of Object.values(story.threads))
    if (thread.kind === 'comment' && !thread.resolved) warnings.push({ code: 'openComments', anchor: thread.anchor });
  return { blocks, warnings };
}

/** Where something is suggested that nobody has decided. */
const suggestionItems = (story: Story): PreflightItem[] =>
  [
    ...openSuggestions(story).flatMap((one) => (one.kind === 'field' ? [{ field: one.field }] : [])),
    ...story.body.filter(isMarked).map((block) => ({ block: block.id })),
  ].map((anchor) => ({ code: 'openSuggestion', anchor }));

/** Words that newsrooms leave where something is still to come. In Vietnamese a bare TK is an account (tài khoản). */
const FILL_ME = /[[(](?:TK|kiểm tra|bổ sung|chờ xác minh|to check)[\])]/iu;
const BARE_TK = /(?<![\p{L}\p{M}\p{N}])TK(?![\p{L}\p{M}\p{N}])/u;

/** Where a text still has something to be filled in. */
const isUnfinished = (text: string, language: Language): boolean => {
  const composed = text.normalize('NFC');
  return FILL_ME.test(composed) || (language === 'en' && BARE_TK.test(composed));
};

function unfinished({ language, fields, body }: Story): PreflightItem[] {
  const code = 'toBeChecked' as const;
  const names = FIELD_NAMES.filter((name) => isUnfinished(fields[name], language));
  const inBody = body.flatMap((block): Anchor[] => {
    if (isTextBlock(block)) {
      const is = block.runs.some((run) => run.check) || isUnfinished(plainText(block.runs), language);
      return is ? [{ block: block.id }] : [];
    }
    const texts = plainTexts(block).filter(({ text }) => isUnfinished(text, language));
    return texts.map(({ place }) => ({ block: block.id, ...place }));
  });
  return [...names.map((field) => ({ field })), ...inBody].map((anchor) => ({ code, anchor }));
}

/** What may not go out of a photo's texts: what a template left open, what a model wrote and nobody has accepted. */
const STOPS: readonly PreflightCode[] = ['marksLeft', 'draftUnread'];

/** A crop that leaves fewer pixels than the page wants, of a photo that had enough. */
function croppedSmall(story: Story): PreflightItem[] {
  const figures = story.body.filter((block) => block.type === 'figure').filter(isCroppedSmall);
  return figures.map((figure) => ({
    code: 'croppedSmall',
    anchor: { block: figure.id },
    pixels: drawnSize(figure).width,
  }));
}

const photoItems = (story: Story): PreflightItem[] =>
  [...photoIssues(story)].flatMap(([block, issues]) =>
    issues.map(({ part, ...issue }) => ({ ...issue, anchor: { block, part } })),
  );
