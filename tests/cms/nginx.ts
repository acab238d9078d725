import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Issued } from './authority.ts';
import { PATH } from './mariadb.ts';
import { freePort, processesIn, until } from './processes.ts';

/** A request as nginx's access log has it: what it answered, and what the server behind it did (null: it was not asked). */
export type Logged = {
  method: string;
  /** With its query, decoded. */
  path: string;
  status: number;
  upstream: number | null;
  /** Whether an Authorization header came in. */
  authorized: boolean;
};
/** Directives (https://nginx.org/en/docs/dirindex.html) for each place of the configuration. */
export type NginxOptions = { http?: string; server?: string; location?: string; tls?: Issued };
export type Nginx = {
  /** http:// or, with `tls`, https:// */
  url: string;
  /** Every request since the last `forget`, in the order in which they ended. */
  log(): Logged[];
  forget(): void;
  /** Starts it anew with these directives alone. */
  configure(options: NginxOptions): Promise<void>;
  stop(): Promise<void>;
};

/** A real nginx on loopback, in front of `upstream` (http://127.0.0.1:PORT). */
export async function startNginx(upstream: string, first: NginxOptions = {}): Promise<Nginx> {
  const dir = mkdtempSync(path.join(tmpdir(), 'copydesk-nginx-'));
  mkdirSync(path.join(dir, 'tmp'));
  const port = await freePort();
  const processes = processesIn(dir);
  const access = path.join(dir, 'access.log');
  let child: ChildProcess | undefined;
  let isSecure = false;

  async function configure(options: NginxOptions): Promise<void> {
    await processes.end(child, 'SIGTERM');
    isSecure = options.tls !== undefined;
    writeFileSync(path.join(dir, 'nginx.conf'), configuration(port, upstream, options));
    const args = ['-p', dir, '-c', path.join(dir, 'nginx.conf'), '-e', path.join(dir, 'error.log')];
    rmSync(path.join(dir, 'pid'), { force: true });
    child = processes.start('nginx', args, 'nginx.log', { env: { ...process.env, PATH } });
    await until('nginx', () => {
      if (child?.exitCode) throw new Error(readFileSync(path.join(dir, 'nginx.log'), 'utf8'));
      return existsSync(path.join(dir, 'pid'));
    });
  }
  await configure(first);
  return {
    get url() {
      return `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`;
    },
    log: () => (existsSync(access) ? readFileSync(access, 'utf8').trim().split('\n').filter(Boolean).map(logged) : []),
    forget: () => writeFileSync(access, ''),
    configure,
    async stop() {
      await processes.endAll();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function logged(line: string): Logged {
  const { path: asked, upstream, ...rest } = JSON.parse(line) as Omit<Logged, 'upstream'> & { upstream: string };
  return { ...rest, path: decodeURIComponent(asked), upstream: upstream === '' ? null : Number(upstream) || null };
}

/** An nginx of one process, that needs no right of the system's. */
const configuration = (
  port: number,
  upstream: string,
  { http = '', server = '', location = '', tls }: NginxOptions,
) => `
daemon off;
master_process off;
pid pid;
events {}
http {
  log_format evidence escape=json '{"method":"$request_method","path":"$request_uri","status":$status,'
    '"upstream":"$upstream_status","authorized":$authorized}';
  map $http_authorization $authorized { '' false; default true; }
  access_log access.log evidence;
  client_body_temp_path tmp/body;
  proxy_temp_path tmp/proxy;
  fastcgi_temp_path tmp/fastcgi;
  uwsgi_temp_path tmp/uwsgi;
  scgi_temp_path tmp/scgi;
  client_max_body_size 50m;
  ${http}
  server {
    listen 127.0.0.1:${port}${tls ? ' ssl' : ''};
    ${tls ? `ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};` : ''}
    ${server}
    location / {
      proxy_pass ${upstream};
      proxy_http_version 1.1;
      ${location}
    }
  }
}
`;
