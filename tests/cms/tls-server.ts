import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type TlsServer = { url: string; certificate: string; close(): Promise<void> };

/** An https server on loopback whose certificate, made by itself a moment ago, nobody vouches for. Needs `openssl`. */
export async function startTlsServer(listener: RequestListener, name = '127.0.0.1'): Promise<TlsServer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-tls-'));
  const [key, cert] = [path.join(dir, 'key.pem'), path.join(dir, 'cert.pem')];
  const subject = /^[\d.]+$/.test(name) ? `IP:${name}` : `DNS:${name}`;
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=Copydesk test', '-addext', `subjectAltName=${subject}`, '-keyout', key, '-out', cert],
  ]);
  if (made.status !== 0) throw new Error(`openssl: ${made.error?.message ?? made.stderr}`);
  const certificate = readFileSync(cert, 'utf8');
  const server = createServer({ key: readFileSync(key), cert: certificate }, listener);
  rmSync(dir, { recursive: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificate,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
