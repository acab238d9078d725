import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a server needs: files in PEM. */
export type Issued = { key: string; certificate: string };
export type AuthorityFiles = {
  /** The root certificate, PEM. */
  pem: string;
  /** A certificate for a host (a name or an IP address); with `expired`, of a day that is long over. */
  issue(host: string, options?: { expired?: boolean }): Issued;
};

/** A certificate authority of a newsroom's own, with its files in `dir`. Needs `openssl`. */
export function makeAuthority(dir: string, name = 'Toa soan thu nghiem Root CA'): AuthorityFiles {
  const [key, certificate] = [path.join(dir, 'ca.key'), path.join(dir, 'ca.pem')];
  openssl([
    ...['req', '-x509', ...NEW_KEY, '-days', '30', '-subj', `/O=Toa soan/CN=${name}`],
    ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    ...['-keyout', key, '-out', certificate],
  ]);
  let count = 0;
  return {
    pem: readFileSync(certificate, 'utf8'),
    issue(host, { expired = false } = {}) {
      count += 1;
      const at = (ending: string) => path.join(dir, `server-${count}.${ending}`);
      openssl(['req', ...NEW_KEY, '-subj', `/CN=${host}`, '-keyout', at('key'), '-out', at('csr')]);
      const subject = /^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`;
      writeFileSync(at('ext'), `basicConstraints=CA:FALSE\nsubjectAltName=${subject}\n`);
      // `openssl ca` alone can set both ends of the validity, and it wants its books kept.
      const books = path.join(dir, 'books.txt');
      writeFileSync(books, '');
      writeFileSync(at('cnf'), settings({ books, dir }));
      const [from, to] = expired ? ['20200101000000Z', '20200201000000Z'] : ['20200101000000Z', '20491231000000Z'];
      openssl([
        ...['ca', '-batch', '-notext', '-config', at('cnf'), '-cert', certificate, '-keyfile', key],
        ...['-in', at('csr'), '-out', at('pem'), '-extfile', at('ext'), '-startdate', from, '-enddate', to],
      ]);
      return { key: at('key'), certificate: at('pem') };
    },
  };
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

const settings = ({ books, dir }: { books: string; dir: string }): string => `[ca]
default_ca = house
[house]
new_certs_dir = ${dir}
database = ${books}
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
`;

function openssl(args: string[]): void {
  const made = spawnSync('openssl', args, { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`openssl ${args[0]}: ${made.error?.message ?? made.stderr}`);
}
