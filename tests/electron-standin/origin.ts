// Chromium knows no schemes of an app's own, so `app://desk/x` is `https://desk.app.invalid/x` in the window: a secure context of its
// own, answered before any network. The app sees its own addresses everywhere, the page the other ones.
const schemes = new Set<string>();

/** `scheme` must be standard and secure: others have no counterpart in Chromium. */
export const addScheme = (scheme: string) => void schemes.add(scheme);

/** `app:` -> `app`, when it is one of the app's own. */
export const ownScheme = (address: string): string | undefined => {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && schemes.has(scheme) ? scheme : undefined;
};

/** The address as the window has it. */
export function toWindow(address: string): string {
  const scheme = ownScheme(address);
  if (!scheme) return address;
  return address.replace(
    /^[^:]+:\/\/([^/?#]*)/,
    (_all, host: string) => `https://${host.toLowerCase()}.${scheme}.invalid`,
  );
}

/** The address as the app has it. */
export function toApp(address: string): string {
  return address.replace(
    /^(blob:)?https:\/\/([^/?#]*)\.([a-z0-9+.-]+)\.invalid(?=[/?#]|$)/,
    (all, blob = '', host: string, scheme: string) => (schemes.has(scheme) ? `${blob}${scheme}://${host}` : all),
  );
}

/** Scheme and host, as Chromium has origins of standard schemes; `null` for opaque ones. */
export function originOf(address: string): string {
  const own = ownScheme(address);
  if (own) return /^[^:]+:\/\/[^/?#]*/.exec(address)?.[0] ?? 'null';
  try {
    return new URL(address).origin;
  } catch {
    return 'null';
  }
}

/** Addresses and schemes inside a policy: `app://desk` and a bare `app:`. */
export function policyToWindow(policy: string): string {
  return policy.replace(/(?<=^|[\s;,])([a-z][a-z0-9+.-]*):(\/\/[^\s;,]*)?/gi, (all, scheme: string, rest?: string) => {
    if (!schemes.has(scheme.toLowerCase())) return all;
    return rest === undefined ? `https://*.${scheme.toLowerCase()}.invalid` : toWindow(all);
  });
}
