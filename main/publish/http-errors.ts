import type { ErrorCode, Failure } from '../../preload/contract.ts';
import { PRIVATE_ADDRESS } from './public-address.ts';

const NETWORK: Record<string, ErrorCode> = {
  [PRIVATE_ADDRESS]: 'privateAddress',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EADDRNOTAVAIL: 'offline',
  EAI_AGAIN: 'offline',
  ENOTFOUND: 'notFoundHost',
  EAI_NODATA: 'notFoundHost',
  EAI_NONAME: 'notFoundHost',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  // The network is there, only that host does not answer.
  EHOSTUNREACH: 'timeout',
  EHOSTDOWN: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ABORT_ERR: 'cancelled',
  AbortError: 'cancelled',
  UND_ERR_ABORTED: 'cancelled',
  UND_ERR_DESTROYED: 'cancelled',
  UND_ERR_CLOSED: 'cancelled',
  // A connection that ended, or an answer that is not HTTP: what happened on the other side is unknown.
  ECONNRESET: 'badAnswer',
  ECONNABORTED: 'badAnswer',
  EPIPE: 'badAnswer',
  EPROTO: 'badAnswer',
  UND_ERR_SOCKET: 'badAnswer',
  HTTPParserError: 'badAnswer',
  UND_ERR_HEADERS_OVERFLOW: 'badAnswer',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'badAnswer',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'badAnswer',
  // The proxy in between refused the way, or its own TLS failed.
  UND_ERR_PRX_TLS: 'refused',
  UND_ERR_PRX_CONN: 'refused',
};
/** Node's names of certificate problems (https://nodejs.org/api/tls.html#x509-certificate-error-codes), and OpenSSL's hostname check. */
const CERTIFICATE =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_\w+|CERT_\w+|CRL_\w+|ERROR_IN_C\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH|OUT_OF_MEM)$/;

/**
 * What an error of the network layer means, as a failure whose detail holds its code and sentence (they name hosts
 * and ports, never headers or bodies); null for an error that is no network error: a bug, to be thrown on.
 */
export function networkFailure(error: unknown): Failure | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    // Most carry a code; the parser's errors and aborts may have but a name.
    const name = 'code' in at && typeof at.code === 'string' ? at.code : at.name;
    if (CERTIFICATE.test(name)) return { ok: false, code: 'certificate', detail: `${name}: ${firstLine(at)}` };
    // undici aborts when a proxy answers its CONNECT with anything but 200 (407 wants a password).
    if (at.message.startsWith('Proxy response')) return { ok: false, code: 'refused', detail: firstLine(at) };
    const code = NETWORK[name] ?? (/^(HPE_|ERR_SSL_|Z_|ERR_BUFFER_TOO_LARGE)/.test(name) ? 'badAnswer' : null);
    if (code) return { ok: false, code, detail: `${name}: ${firstLine(at)}` };
  }
  return null;
}

/** An AggregateError (every address of a host failed) has its sentences inside. */
function firstLine(error: Error): string {
  const said = error.message || (error instanceof AggregateError ? String(error.errors[0]?.message ?? '') : '');
  return said.split('\n')[0]?.slice(0, 300) ?? '';
}
