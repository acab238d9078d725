import { canonicalJson } from '../canonical.ts';
import { z } from '../zod.ts';
import { STYLE_FORMAT, type StyleFile, styleFileSchema } from './rules.ts';

/** Bytes of a set's file at most. */
export const MAX_STYLE_BYTES = 2 * 1024 * 1024;

const bytesText = z.string().max(200);
const signedSchema = z.strictObject({
  ...styleFileSchema.shape,
  maker: z.strictObject({ name: z.string().max(200), publicKey: bytesText }),
  signature: bytesText,
});
export type StyleProblem = 'notAStyle' | 'damagedStyle' | 'newerStyle' | 'badStyleSignature' | 'fileTooLarge';
/** `detail`: what is wrong, and where: "rules.3.name: …". */
type Parsed<T> = { ok: true; value: T } | { ok: false; code: StyleProblem; detail?: string };
/** A set as it came, signed by `maker` (32 bytes of a raw Ed25519 key). */
export type SignedStyle = { file: StyleFile; maker: { name: string; publicKey: Uint8Array } };

type Maker = { name: string; publicKey: Uint8Array; sign(bytes: Uint8Array): Uint8Array };
type Verify = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean;

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(value));
const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The text of a set's file in the library. */
export const writeStyle = (file: StyleFile): string => text(file);

/** The text of a `.copydesk-style` file that goes out: signed over the canonical JSON (RFC 8785) of everything else in it. */
export function signStyle(file: StyleFile, { name, publicKey, sign }: Maker): string {
  const signed = { ...file, maker: { name: name.slice(0, 200), publicKey: base64(publicKey) } };
  return text({ ...signed, signature: base64(sign(encode(signed))) });
}

/** Reads a set's file of the library. */
export function parseStyle(bytes: Uint8Array): Parsed<StyleFile> {
  const data = jsonOf(bytes);
  if (!data.ok) return data;
  const parsed = styleFileSchema.safeParse(data.value);
  return parsed.success ? { ok: true, value: parsed.data } : damaged(parsed.error);
}

/** Reads a set that came from somebody, as if an attacker had made it. Unsigned is badly signed. */
export function parseSigned(bytes: Uint8Array, verify: Verify): Parsed<SignedStyle> {
  const data = jsonOf(bytes);
  if (!data.ok) return data;
  const { signature, ...signed } = data.value;
  // What is signed is what stands in the file, before defaults are filled in.
  const parsed = signedSchema.safeParse(data.value);
  const isUnsigned = signature === undefined && styleFileSchema.safeParse(signed).success;
  if (isUnsigned) return { ok: false, code: 'badStyleSignature' };
  if (!parsed.success) return damaged(parsed.error);
  const { maker, signature: given, ...file } = parsed.data;
  const publicKey = bytesOf(maker.publicKey);
  if (!verify(publicKey, encode(signed), bytesOf(given))) return { ok: false, code: 'badStyleSignature' };
  return { ok: true, value: { file, maker: { name: maker.name, publicKey } } };
}

/** By the first place that is wrong; of rules that can be one of several kinds, by what they look for. */
function damaged({ issues: [first] }: z.ZodError): Parsed<never> {
  const detail = first && `${first.path.join('.')}: ${first.message}`.slice(0, 300);
  return { ok: false, code: 'damagedStyle', ...(detail && { detail }) };
}

function bytesOf(encoded: string): Uint8Array {
  try {
    return Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function jsonOf(bytes: Uint8Array): Parsed<Record<string, unknown>> {
  if (bytes.length > MAX_STYLE_BYTES) return { ok: false, code: 'fileTooLarge' };
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, code: 'notAStyle' };
  }
  const head = z.looseObject({ format: z.literal(STYLE_FORMAT), version: z.number() }).safeParse(data);
  if (!head.success) return { ok: false, code: 'notAStyle' };
  return head.data.version > 1 ? { ok: false, code: 'newerStyle' } : { ok: true, value: head.data };
}
