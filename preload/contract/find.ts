import { idSchema } from '../../story/ids.ts';
import { instantSchema, SHOWN_STATUSES } from '../../story/model.ts';
import { deskSchema, personSchema } from '../../story/workflow.ts';
import { z } from '../../story/zod.ts';
import { call } from './call.ts';

/** What the library shows of a story: derived from it, its receipts and its place on the shelf. */
export const libraryRowSchema = z.object({
  id: idSchema,
  headline: z.string(),
  kicker: z.string(),
  section: z.string(),
  byline: z.string(),
  tags: z.array(z.string()),
  /** published: there is a receipt; corrected: the newest is of a correction; else the story's own status. */
  status: z.enum(SHOWN_STATUSES),
  /** Approved or published, then changed. */
  changedSince: z.boolean(),
  /** Who has it to do, and until when (an instant, '' for none). */
  ...deskSchema.pick({ assignee: true, deadline: true }).shape,
  words: z.number(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Where it is published: ids of destinations. */
  destinations: z.array(idSchema),
  pinned: z.boolean(),
  /** In the trash since; null: not there. */
  trashedAt: instantSchema.nullable(),
  /** Last opened on this desk; null: never. */
  openedAt: instantSchema.nullable(),
});
export type LibraryRow = z.infer<typeof libraryRowSchema>;

/** Words around a hit, in NFC; `marks` are the hits in it as [start, end) in UTF-16 units, in order, not overlapping. */
export const hitSchema = z.object({
  where: z.enum([
    'headline',
    'headlines',
    'kicker',
    'standfirst',
    'byline',
    'body',
    'caption',
    'credit',
    'alt',
    'tags',
    'sources',
    'notes',
    'other',
  ]),
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type Hit = z.infer<typeof hitSchema>;

export const SHELVES = ['all', 'inbox', 'pinned', 'recent', 'trash'] as const;
export const SORTS = ['updated', 'created', 'headline', 'words', 'deadline', 'relevance'] as const;

/** What the library is asked for. The search language of `text`: see story/text/query.ts. */
export const findSchema = z.strictObject({
  text: z.string().max(2_000),
  /** inbox: what waits for `me` (see story/review/inbox.ts), the first deadline first. recent: the last opened first, at most 50. trash: only what is there; the others never show it. */
  shelf: z.enum(SHELVES),
  me: personSchema.extend({ reviews: z.boolean() }).optional(),
  statuses: z.array(z.enum(SHOWN_STATUSES)).max(SHOWN_STATUSES.length),
  /** Whole values of the row; an empty list is no filter. */
  sections: z.array(z.string().max(500)).max(50),
  authors: z.array(z.string().max(500)).max(50),
  destinations: z.array(idSchema).max(50),
  /** By `updatedAt`: from (inclusive), before (exclusive). */
  from: instantSchema.nullable(),
  before: instantSchema.nullable(),
  sort: z.enum(SORTS),
  descending: z.boolean(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(500),
});
export type Find = z.infer<typeof findSchema>;

const count = z.number().int().nonnegative();
export const foundSchema = z.object({
  /** How many there are in all; `isCut`: a search so common that only the most recent matches were counted. */
  total: count,
  isCut: z.boolean(),
  /** From `offset` on, at most `limit`. `hit`: where the search found it; null without a search. */
  rows: z.array(libraryRowSchema.extend({ hit: hitSchema.nullable() })),
  /** Of what the search and the shelf give, before the other filters: the values to filter by, with their counts. */
  facets: z.object({
    statuses: z.record(z.string(), count),
    sections: z.array(z.object({ value: z.string(), count })),
    authors: z.array(z.object({ value: z.string(), count })),
    destinations: z.array(z.object({ value: idSchema, count })),
  }),
});
export type Found = z.infer<typeof foundSchema>;

export const findCalls = {
  'library.find': call(findSchema, foundSchema),
};
