import { createHmac } from 'node:crypto';

/** An Admin API key as Ghost shows it: the key's id, a colon, and the secret (in hex). */
export type Key = { id: string; secret: Buffer };

/** Null where the text is no such key. */
export function parseKey(text: string): Key | null {
  const [, id, secret] = /^([0-9a-f]{24}):([0-9a-f]{32,128})$/i.exec(text.trim()) ?? [];
  return id && secret && secret.length % 2 === 0 ? { id, secret: Buffer.from(secret, 'hex') } : null;
}

/** Ghost takes no token that lives longer. */
const SECONDS = 5 * 60;

/**
 * A JSON Web Token (RFC 7519, HS256) for Ghost's Admin API (https://docs.ghost.org/admin-api/#token-authentication), good for
 * five minutes from `now`: milliseconds since 1970 by the server's clock.
 */
export function tokenOf({ id, secret }: Key, now: number): string {
  const iat = Math.floor(now / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT', kid: id })}.${part({ iat, exp: iat + SECONDS, aud: '/admin/' })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
