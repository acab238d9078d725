import { destinationConfigSchema, houseSchema, type Result, sharedDestinationSchema } from '../../preload/contract.ts';
import { canonicalJson } from '../../story/canonical.ts';
import { z } from '../../story/zod.ts';
import { type PersonKeys, verifySignature } from '../person.ts';

/** Bytes of a file of settings at most. */
export const MAX_SETTINGS_BYTES = 2 * 1024 * 1024;
const FORMAT = 'copydesk-settings';
const VERSION = 1;

const partsSchema = z.strictObject({
  house: houseSchema,
  destinations: z.array(sharedDestinationSchema).max(200),
  /** Certificates of authorities, as PEM. */
  authorities: z.array(z.string().max(100_000)).max(100),
});
/** What a newsroom's computers have in common. */
export type SharedSettings = z.infer<typeof partsSchema>;
/** `publicKey`: 32 bytes, the raw Ed25519 key of who signed. */
export type SignedSettings = { parts: SharedSettings; maker: { name: string; publicKey: Uint8Array } };

const base64 = z.string().max(200);
const signedSchema = partsSchema.extend({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  maker: z.strictObject({ name: z.string().max(200), publicKey: base64 }),
  signature: base64,
});
const headSchema = z.looseObject({ format: z.literal(FORMAT), version: z.number() });
/** Types of destinations that only a newer program knows. */
const typesSchema = z.looseObject({
  destinations: z.array(z.looseObject({ config: z.looseObject({ type: z.string() }) })),
});
const KNOWN_TYPES = new Set<string>(destinationConfigSchema.options.map(({ shape }) => shape.type.value));

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));
const raw = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** The text of a `.copydesk-settings` file: signed over the canonical JSON (RFC 8785) of everything else in it. */
export function signSettings(parts: SharedSettings, person: Pick<PersonKeys, 'person' | 'publicKey' | 'sign'>): string {
  const publicKey = Buffer.from(person.publicKey()).toString('base64');
  const maker = { name: person.person().name.slice(0, 200), publicKey };
  const signed = { format: FORMAT, version: VERSION, ...partsSchema.parse(parts), maker };
  const signature = Buffer.from(person.sign(bytesOf(signed))).toString('base64');
  return `${JSON.stringify({ ...signed, signature }, null, 2)}\n`;
}

/** Reads a file as if an attacker had made it. Failures: notSettings, newerSettings, badSettingsSignature, damagedSettings. */
export function parseSettings(bytes: Uint8Array): Result<SignedSettings> {
  const head = headSchema.safeParse(jsonOf(bytes));
  if (!head.success) return { ok: false, code: 'notSettings' };
  if (head.data.version > VERSION) return { ok: false, code: 'newerSettings' };
  const { signature, ...signed } = head.data;
  const maker = z.looseObject({ maker: signedSchema.shape.maker }).safeParse(signed);
  const isSigned =
    maker.success &&
    typeof signature === 'string' &&
    verifySignature(raw(maker.data.maker.publicKey), bytesOf(signed), raw(signature));
  if (!isSigned) return { ok: false, code: 'badSettingsSignature' };
  const parsed = signedSchema.safeParse(head.data);
  if (parsed.success) {
    const { house, destinations, authorities } = parsed.data;
    const { name, publicKey } = parsed.data.maker;
    return {
      ok: true,
      value: { parts: { house, destinations, authorities }, maker: { name, publicKey: raw(publicKey) } },
    };
  }
  const types = typesSchema.safeParse(head.data);
  const isNewer = types.success && types.data.destinations.some(({ config }) => !KNOWN_TYPES.has(config.type));
  const [issue] = parsed.error.issues;
  const detail = issue && `${issue.path.join('.')}: ${issue.message}`.slice(0, 300);
  return { ok: false, code: isNewer ? 'newerSettings' : 'damagedSettings', ...(detail && { detail }) };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
