import { canonicalJson, sha256Hex } from '../../canonical.ts';
import { z } from '../../zod.ts';
import { htmlEscape, linesToHtml } from '../escape.ts';
import { compareWordPress, type Difference } from '../wordpress/compare.ts';

const texts = z
  .array(z.looseObject({ role: z.string().optional(), value: z.string() }))
  .optional()
  .catch(undefined);
/** An item as a receiver gives it back: of what it says, what this reads. */
const itemSchema = z.looseObject({ uri: z.string(), headlines: texts, descriptions: texts, bodies: texts });
export type NinjsItem = z.infer<typeof itemSchema>;

/** A ninjs 3.1 item out of JSON, if it is the one of that `uri`; else null. */
export function parseNinjs(json: unknown, uri: string): NinjsItem | null {
  const parsed = itemSchema.safeParse(json);
  return parsed.success && parsed.data.uri === uri ? parsed.data : null;
}

/** An item's words as HTML: the title and standfirst, which are plain text in it, escaped. */
export function ninjsWords(item: NinjsItem): { title: string; standfirst: string; html: string } {
  const of = (list: NinjsItem['headlines'], role: string): string =>
    list?.find((one) => one.role === role)?.value ?? '';
  return {
    title: linesToHtml(of(item.headlines, 'main'), htmlEscape),
    standfirst: linesToHtml(of(item.descriptions, 'standfirst'), htmlEscape),
    html: of(item.bodies, 'main') || (item.bodies?.[0]?.value ?? ''),
  };
}

/** Properties that say when and by whom a version was made, not what it says. */
const ABOUT = new Set(['version', 'versionCreated', 'standard', 'firstCreated']);

/** What tells an item that says something else from one that does not; what receivers add of their own does not count. */
export function ninjsFingerprint(item: NinjsItem): string {
  const said = Object.entries(item).filter(([name]) => SAID.has(name));
  return sha256Hex(canonicalJson(Object.fromEntries(said)));
}
const SAID = new Set([
  ...['type', 'pubStatus', 'embargoedUntil', 'urgency', 'language', 'title', 'slugline', 'headlines', 'descriptions'],
  ...['bodies', 'subjects', 'by', 'edNote', 'infoSources', 'located', 'associations'],
]);

/**
 * Where an item read back is not the one sent: its title, standfirst ("excerpt") and body as `compareWordPress` names them,
 * everything else by its place in the item ("associations[0].by"). What the receiver added is no difference.
 */
export function compareNinjs(sent: NinjsItem, read: NinjsItem): Difference[] {
  const [ours, theirs] = [sent, read].map((item) => {
    const { title, standfirst, html } = ninjsWords(item);
    return { title, excerpt: standfirst, content: html };
  }) as [Compared, Compared];
  const words = compareWordPress(ours, theirs);
  const rest = Object.entries(sent).flatMap(([name, value]) =>
    ABOUT.has(name) && name !== 'version' ? [] : differing(name, value, read[name]),
  );
  return [...words, ...rest.filter(({ where }) => !isRead(where, sent))];
}
type Compared = Parameters<typeof compareWordPress>[0];

/** Whether the words have told of it already. */
function isRead(where: string, { headlines, descriptions }: NinjsItem): boolean {
  const place = /^(headlines|descriptions|bodies)\[(\d+)\]\.value$/.exec(where);
  if (!place) return false;
  const [, list, at] = place;
  if (list === 'bodies') return at === '0';
  const role = (list === 'headlines' ? headlines : descriptions)?.[Number(at)]?.role;
  return role === 'main' || role === 'standfirst';
}

function differing(where: string, ours: unknown, theirs: unknown): Difference[] {
  if (Array.isArray(ours)) {
    const there = Array.isArray(theirs) ? theirs : [];
    const most = Math.max(ours.length, there.length);
    return Array.from({ length: most }).flatMap((_, at) => differing(`${where}[${at}]`, ours[at], there[at]));
  }
  if (typeof ours === 'object' && ours !== null) {
    const there = typeof theirs === 'object' && theirs !== null ? (theirs as Record<string, unknown>) : {};
    return Object.entries(ours).flatMap(([name, value]) => differing(`${where}.${name}`, value, there[name]));
  }
  return ours === theirs ? [] : [{ where, ours: shown(ours), theirs: shown(theirs) }];
}
const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
