import { idSchema, newId } from './ids.ts';
import { recipeSchema } from './photo/recipe.ts';
import { embedAddress } from './text/provider.ts';
import { deskSchema, emptyDesk } from './workflow.ts';
import { z } from './zod.ts';

/** The schema's version, written into every Story. Older ones go through migrate.ts, newer ones open read-only. */
export const STORY_VERSION = 5;

/** A SHA-256 in lower-case hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
/** An instant: UTC, ISO 8601, milliseconds, "Z". */
export const instantSchema = z.iso.datetime({ precision: 3 });

const LIMITS = { text: 200_000, field: 20_000, runs: 20_000, blocks: 20_000, comments: 1_000 } as const;
const text = z.string().max(LIMITS.text);
const fieldText = z.string().max(LIMITS.field);

/** Formats that readers see. */
export const FORMATS = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript'] as const;
export type Format = (typeof FORMATS)[number];
const on = z.literal(true).optional();

/** Ids of the suggestions that nobody has decided and that a text or a block belongs to, sorted. */
const suggestionMarks = z.array(idSchema).max(100).optional();

/** A stretch of text with the same marks. A line break is "\n". A mark that is off is absent. */
export const runSchema = z.strictObject({
  text,
  bold: on,
  italic: on,
  underline: on,
  strike: on,
  subscript: on,
  superscript: on,
  /** Still to be filled in or checked ("TK"): blocks a publication, and is never published. */
  check: on,
  /** http, https or mailto address. */
  link: z.string().max(4096).optional(),
  /** Ids of the threads (comments, conflicts) this text belongs to, sorted. */
  threads: z.array(idSchema).max(100).optional(),
  /** In a conflict thread: whose words these are. */
  side: z.enum(['ours', 'theirs']).optional(),
  suggestions: suggestionMarks,
});
const runs = z.array(runSchema).max(LIMITS.runs);

/** What every block has. Its suggestions: see `suggestionSchema`. */
const blockId = { id: idSchema, suggestions: suggestionMarks };

/** In a fact box. Neighbours in one are one box; the last key of every block. */
const box = on;

export const paragraphSchema = z.strictObject({ ...blockId, type: z.literal('paragraph'), runs, box });
export const headingSchema = z.strictObject({
  ...blockId,
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3)]),
  runs,
  box,
});
export const quoteSchema = z.strictObject({ ...blockId, type: z.literal('quote'), runs, box });
/** Words of the text, set large beside it. */
export const pullQuoteSchema = z.strictObject({ ...blockId, type: z.literal('pullquote'), runs, box });
/** Whose words they are: belongs to the quote or pull quote right above it. */
export const attributionSchema = z.strictObject({ ...blockId, type: z.literal('attribution'), runs, box });
/** Items stand flat in the body: neighbours of the same kind are one list. */
export const listItemSchema = z.strictObject({
  ...blockId,
  type: z.literal('listItem'),
  list: z.enum(['bullet', 'number']),
  indent: z.number().int().min(0).max(6),
  runs,
  box,
});

/** A photo's texts in a story; plain text, as in IPTC. */
export const PHOTO_TEXTS = ['caption', 'credit', 'copyright', 'alt'] as const;
/** A figure's texts: the photo's own, then the one that a whole gallery shares. */
export const FIGURE_FIELDS = [...PHOTO_TEXTS, 'galleryCaption'] as const;
export const figureSchema = z.strictObject({
  ...blockId,
  type: z.literal('figure'),
  /** The original's SHA-256. */
  photo: hashSchema,
  /** Pixels of the original, upright. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  caption: fieldText,
  credit: fieldText,
  copyright: fieldText,
  alt: fieldText,
  /** Fields that came from the file and that nobody has checked, sorted. */
  unchecked: z.array(z.enum(PHOTO_TEXTS)).max(4),
  /** Fields whose text a model wrote, sorted; while one is unchecked, too, nobody has accepted it. */
  drafted: z.array(z.enum(PHOTO_TEXTS)).min(1).max(4).optional(),
  /** What is made of the photo here; its size above is the original's. */
  recipe: recipeSchema.optional(),
  /** In a gallery. Neighbours in one are one gallery; a photo alone is none. */
  gallery: on,
  /** Photos side by side in its gallery (of the gallery the first that is said); absent: as many as fit. */
  columns: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** The common caption of its gallery (the first that is said); never ''. */
  galleryCaption: fieldText.min(1).optional(),
  box,
});

/** A line across the column, between two parts of a story. */
export const dividerSchema = z.strictObject({ ...blockId, type: z.literal('divider'), box });

/** A table at most: rows, columns, characters of a cell. */
export const MOST_ROWS = 200;
export const MOST_COLUMNS = 20;
export const MOST_CELL = LIMITS.field;
export const tableSchema = z
  .strictObject({
    ...blockId,
    type: z.literal('table'),
    /** The first row names the columns. */
    header: z.boolean(),
    /** The first column names the rows. */
    headerColumn: on,
    caption: fieldText,
    /** Cells of plain text, a line break is "\n"; every row has as many. */
    rows: z.array(z.array(fieldText).min(1).max(MOST_COLUMNS)).min(1).max(MOST_ROWS),
    box,
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length));

/** A video, post or map of another site: shown as a card; nothing is fetched for it. */
export const embedSchema = z.strictObject({
  ...blockId,
  type: z.literal('embed'),
  /** As embedAddress() gives it. */
  url: z
    .string()
    .max(4096)
    .refine((url) => embedAddress(url) === url),
  caption: fieldText,
  box,
});

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  quoteSchema,
  pullQuoteSchema,
  attributionSchema,
  listItemSchema,
  figureSchema,
  dividerSchema,
  tableSchema,
  embedSchema,
]);

/**
 * The story's fields: those of the page in its order, where it is filed, and what a newsroom says about it. All plain text:
 * `tags` separated by commas; the other headlines empty where the headline does for them, too; `slug` empty as long as it
 * follows the headline (text/slug.ts); `correction` (what was wrong, said to readers), `byline` and `sources` one a line; `priority` "1" (most urgent) to "9"; `embargo` an
 * instant, `wordTarget` a whole number, each as it was typed where it could not be understood; `type` the id of a story
 * type (types/), empty for the house's default.
 */
export const FIELD_NAMES = [
  'kicker',
  'headline',
  'standfirst',
  'correction',
  'place',
  'date',
  'byline',
  'closingMark',
  'section',
  'tags',
  'headlineWeb',
  'headlineShort',
  'headlineSeo',
  'headlineSocial',
  'slug',
  'priority',
  'embargo',
  'sources',
  'editorNote',
  'wordTarget',
  'type',
] as const;
export const fieldNameSchema = z.enum(FIELD_NAMES);
export const fieldsSchema = z.strictObject({
  kicker: fieldText,
  headline: fieldText,
  standfirst: fieldText,
  correction: fieldText,
  place: fieldText,
  date: fieldText,
  byline: fieldText,
  closingMark: fieldText,
  section: fieldText,
  tags: fieldText,
  headlineWeb: fieldText,
  headlineShort: fieldText,
  headlineSeo: fieldText,
  headlineSocial: fieldText,
  slug: fieldText,
  priority: fieldText,
  embargo: fieldText,
  sources: fieldText,
  editorNote: fieldText,
  wordTarget: fieldText,
  type: fieldText,
});
/** Fields that hold one value: of two versions one is right, never a mixture. */
export const VALUE_FIELDS: ReadonlySet<FieldName> = new Set(['slug', 'priority', 'embargo', 'wordTarget', 'type']);

/** Where a thread belongs: a field, a block's text, one text of a figure, or a table's cell (row and column, from 0). */
const cellSchema = z.tuple([
  z
    .number()
    .int()
    .min(0)
    .max(MOST_ROWS - 1),
  z
    .number()
    .int()
    .min(0)
    .max(MOST_COLUMNS - 1),
]);
export const anchorSchema = z.union([
  z.strictObject({ field: fieldNameSchema }),
  z.strictObject({ block: idSchema, part: z.enum(FIGURE_FIELDS).optional(), cell: cellSchema.optional() }),
]);
const fingerprint = z.string().max(128);
const personName = z.string().max(200);
export const commentSchema = z.strictObject({
  id: idSchema,
  by: fingerprint,
  name: personName,
  at: instantSchema,
  text: fieldText,
});
export const commentThreadSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('comment'),
  anchor: anchorSchema,
  /** The words it was about when it was made; kept when they are gone. */
  words: fieldText,
  comments: z.array(commentSchema).max(LIMITS.comments),
  resolved: z.boolean(),
});
/** Of a figure whose recipe both sides changed; `ours` and `theirs` are the recipes as JSON, empty for none. */
const recipeAnchorSchema = z.strictObject({ block: idSchema, recipe: z.literal(true) });
/** Both sides changed the same words. In a block both stand in the text, marked with this id; in a field `ours` stands there. */
export const conflictThreadSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('conflict'),
  anchor: z.union([anchorSchema, recipeAnchorSchema]),
  ours: text,
  theirs: text,
  theirName: personName,
  at: instantSchema,
  resolved: z.boolean(),
});
export const threadSchema = z.discriminatedUnion('kind', [commentThreadSchema, conflictThreadSchema]);
const threads = z.record(idSchema, threadSchema);

/** Settings of a block that can be suggested otherwise: what it is, how it stands, a figure's and an embed's texts, a table's cells. */
export const SETTINGS = [
  ...(['type', 'level', 'list', 'indent', 'box', 'photo', 'width', 'height', 'recipe', 'gallery', 'columns'] as const),
  ...([...FIGURE_FIELDS, 'url', 'header', 'headerColumn', 'rows'] as const),
] as const;
export type Setting = (typeof SETTINGS)[number];

const decision = z.strictObject({
  accepted: z.boolean(),
  by: fingerprint,
  name: personName,
  at: instantSchema,
  /** What it was about, in words, since no mark says so any more: the beginning of the words before, and as proposed. */
  before: text.optional(),
  after: text.optional(),
});
const suggested = {
  id: idSchema,
  by: fingerprint,
  name: personName,
  at: instantSchema,
  /** The last decision about it. In the body the marks alone say what is undecided, since undo brings them back. */
  decided: decision.optional(),
};
/**
 * What somebody proposes for what its id marks. On words: to put them in, to take them out, or to set them differently,
 * where `was` is how the whole stretch was set before (what is absent was off). On a text block, `insertion` and
 * `deletion` are about the break before it: a paragraph made by splitting one (`from`: the one that the first of them was
 * split from), two joined. On any other block they are about the block. `change`: a block's settings, `was` those that
 * were otherwise (null: it had none). `move`: the block was where `ghost` stands, an empty paragraph with the same mark.
 * `field`: a field of the story, undecided while it has no decision. In the body, deciding takes the mark off and the
 * record stays, so that undoing the decision finds it.
 */
export const suggestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...suggested, kind: z.literal('insertion'), from: idSchema.optional() }),
  z.strictObject({ ...suggested, kind: z.literal('deletion') }),
  z.strictObject({
    ...suggested,
    kind: z.literal('format'),
    was: runSchema.pick({
      bold: true,
      italic: true,
      underline: true,
      strike: true,
      subscript: true,
      superscript: true,
      link: true,
    }),
  }),
  z.strictObject({ ...suggested, kind: z.literal('change'), was: z.partialRecord(z.enum(SETTINGS), z.unknown()) }),
  z.strictObject({ ...suggested, kind: z.literal('move'), ghost: idSchema }),
  z.strictObject({ ...suggested, kind: z.literal('field'), field: fieldNameSchema, was: fieldText }),
]);
const suggestions = z.record(idSchema, suggestionSchema);

/**
 * Where a story stands in the newsroom; returned: back to the author. Whether it is published or corrected is not here: its
 * receipts say that.
 */
export const STATUSES = ['draft', 'submitted', 'inReview', 'returned', 'approved', 'killed'] as const;
/** Where a story stands, for everybody who looks at the library; in the order of the board. */
export const SHOWN_STATUSES = [
  ...(['draft', 'submitted', 'inReview', 'returned', 'approved'] as const),
  ...(['published', 'corrected', 'killed'] as const),
] as const;
export const statusSchema = z.enum(STATUSES);
/** Who approved which version (its hash: see canonical.ts). */
export const approvalSchema = z.strictObject({
  hash: hashSchema,
  by: fingerprint,
  name: personName,
  at: instantSchema,
});
export const languageSchema = z.enum(['vi', 'en']);

export const storySchema = z.strictObject({
  version: z.literal(STORY_VERSION),
  id: idSchema,
  createdAt: instantSchema,
  language: languageSchema,
  status: statusSchema,
  approval: approvalSchema.nullable(),
  fields: fieldsSchema,
  body: z.array(blockSchema).max(LIMITS.blocks),
  threads,
  suggestions,
  desk: deskSchema,
});

export type Run = z.infer<typeof runSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type PullQuote = z.infer<typeof pullQuoteSchema>;
export type Attribution = z.infer<typeof attributionSchema>;
export type ListItem = z.infer<typeof listItemSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type FigureField = (typeof FIGURE_FIELDS)[number];
export type PhotoText = (typeof PHOTO_TEXTS)[number];
/** One text of a figure; '' where it has none. */
export const figureText = (figure: Pick<Figure, FigureField>, field: FigureField): string => figure[field] ?? '';
/** The figure with one text changed, its keys in the schema's order. */
export const withFigureText = <F extends Omit<Figure, 'unchecked'>>(figure: F, field: FigureField, text: string): F => {
  if (field !== 'galleryCaption') return { ...figure, [field]: text };
  const { galleryCaption: _, box, ...rest } = figure;
  return { ...rest, ...(text !== '' && { galleryCaption: text }), ...(box && { box }) } as F;
};
export type Divider = z.infer<typeof dividerSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Embed = z.infer<typeof embedSchema>;
export type Block = z.infer<typeof blockSchema>;
/** A block whose words are runs. */
export type TextBlock = Extract<Block, { runs: Run[] }>;
/** A block that is one thing, not text: what words it has are plain texts of its own (see content.ts). */
export type SolidBlock = Exclude<Block, TextBlock>;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Fields = z.infer<typeof fieldsSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Comment = z.infer<typeof commentSchema>;
export type CommentThread = z.infer<typeof commentThreadSchema>;
export type ConflictThread = z.infer<typeof conflictThreadSchema>;
export type Thread = z.infer<typeof threadSchema>;
export type Decision = z.infer<typeof decision>;
export type Suggestion = z.infer<typeof suggestionSchema>;
export type Status = (typeof STATUSES)[number];
export type ShownStatus = (typeof SHOWN_STATUSES)[number];
/** Readers have it. */
export const isOut = (status: ShownStatus): boolean => status === 'published' || status === 'corrected';
export type Approval = z.infer<typeof approvalSchema>;
export type Language = z.infer<typeof languageSchema>;
export type Story = z.infer<typeof storySchema>;

export const isTextBlock = <B extends { type: string }>(block: B): block is Extract<B, { runs: Run[] }> =>
  'runs' in block;

/** The tags of the field of that name: between commas, trimmed, none twice. */
export const tagsOf = (field: string): string[] => [
  ...new Set(
    field
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

/** The text of runs, without marks. */
export const plainText = (list: readonly Run[]): string => list.map((run) => run.text).join('');

/** Every field, empty. */
export const emptyFields = (): Fields => Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as Fields;

/** A new, empty draft: one empty paragraph. `at` is the instant of its making. */
export function emptyStory(language: Language, at: string): Story {
  return {
    version: STORY_VERSION,
    id: newId(),
    createdAt: at,
    language,
    status: 'draft',
    approval: null,
    fields: emptyFields(),
    body: [{ id: newId(), type: 'paragraph', runs: [] }],
    threads: {},
    suggestions: {},
    desk: emptyDesk(),
  };
}
