import { lookup as systemLookup } from 'node:dns';
// biome-ignore lint/style/noRestrictedImports: it looks at addresses, and connects to nothing
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are nobody's on the public internet (IANA's special-purpose registries), or lead into such a network. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');

const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
/** Of IPv6 only global unicast is public, without what carries another address inside (Teredo, 6to4) or is for examples. */
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is none of the public internet. What is no IP address is not public. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return PRIVATE.check(address, 'ipv4');
  return family !== 6 || !GLOBAL.check(address, 'ipv6') || PRIVATE.check(address, 'ipv6');
}

/** A URL's host that is a private IP address itself, or a name that only means something at home. */
export function isPrivateHost(hostname: string, isPrivate = isPrivateAddress): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(host)) return isPrivate(host);
  return (
    !host.includes('.') ||
    /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)\.?$/.test(host)
  );
}

/** The error of a look-up that found a private address. */
export const PRIVATE_ADDRESS = 'PRIVATE_ADDRESS';

/**
 * Looks a name up and refuses it where any of its addresses is private: the connection is made to what was looked at, so
 * that a name that changes its mind in between gains nothing.
 */
export const publicLookup =
  (isPrivate = isPrivateAddress, lookup: LookupFunction = systemLookup as LookupFunction): LookupFunction =>
  (hostname, options, done) =>
    lookup(hostname, options, (error, address, family) => {
      const found = typeof address === 'string' ? [address] : (address ?? []).map((one) => one.address);
      const bad = found.find(isPrivate);
      if (error || bad === undefined) done(error, address, family);
      else done(Object.assign(new Error(`${hostname} is ${bad}`), { code: PRIVATE_ADDRESS }), address, family);
    });
