// What receivers of Superdesk's HTTP push need of an item, after their documentation; no schema of it is published.
import { z } from '../../../story/zod.ts';

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
const filled = z.string().min(1);
const rendition = z.strictObject({
  href: z.url(),
  media: filled,
  mimetype: z.string().regex(/^image\//),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  size: z.number().int().positive().optional(),
  poi: z.strictObject({ x: z.number().int(), y: z.number().int() }).optional(),
});
const term = z.strictObject({ code: filled, name: filled });
const shared = {
  ...{ guid: filled, version: z.string().regex(/^\d+$/), pubstatus: z.enum(['usable', 'canceled']) },
  ...{ versioncreated: instant, language: filled, copyrightnotice: filled.optional(), byline: filled.optional() },
  ...{ description_text: filled.optional(), body_text: filled.optional() },
};
const picture = z.strictObject({
  ...shared,
  type: z.literal('picture'),
  mimetype: filled,
  digitalsourcetype: z.strictObject({ name: filled.optional(), uri: z.url() }).optional(),
  renditions: z.record(z.enum(['original', 'baseImage', 'viewImage']), rendition),
});
const item = z.strictObject({
  ...shared,
  type: z.literal('text'),
  ...{ profile: filled, firstcreated: instant, embargoed: instant.optional(), slugline: filled },
  ...{ urgency: z.number().int().min(1).max(9).optional(), priority: z.number().int().optional() },
  ...{ headline: filled.optional(), description_html: filled.optional(), body_html: filled.optional() },
  ...{ located: filled.optional(), ednote: filled.optional(), copyrightholder: filled.optional() },
  ...{ charcount: z.number().int(), wordcount: z.number().int() },
  authors: z.array(z.strictObject({ name: filled, role: filled })).optional(),
  infosource: z.array(z.strictObject({ name: filled })).optional(),
  keywords: z.array(filled).optional(),
  ...{ subject: z.array(term).optional(), service: z.array(term).optional() },
  extra: z.record(z.string(), filled).optional(),
  associations: z.record(z.string().regex(/^(featuremedia|editor_\d+)$/), picture).optional(),
});

/** What a receiver would not understand of an item; also where its pictures and the marks in its body are not the same. */
export function superdeskProblems(json: unknown): string[] {
  const parsed = item.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const { associations = {}, body_html = '' } = parsed.data;
  const marked = [...body_html.matchAll(/<!-- EMBED START Image \{id: "(editor_\d+)"\} -->/g)].map(([, id]) => id);
  const named = Object.keys(associations).filter((name) => name !== 'featuremedia');
  return JSON.stringify(marked) === JSON.stringify(named) ? [] : [`marks ${marked.join()}, pictures ${named.join()}`];
}
