import type { House, OfferedDestination, Result, SettingsOffer, SharedDestination } from '../../preload/contract.ts';
import { canonicalJson } from '../../story/canonical.ts';
import type { SignedRoles } from '../../story/review/house.ts';
import { giveFile, readWhole } from '../files.ts';
import { fingerprintOf, type PersonKeys } from '../person.ts';
import type { Accounts } from '../publish/accounts.ts';
import type { Authorities } from '../publish/network/authorities.ts';
import { MAX_SETTINGS_BYTES, parseSettings, type SharedSettings, type SignedSettings, signSettings } from './file.ts';

export const EXTENSION = '.copydesk-settings';

type Needs = {
  accounts: Pick<Accounts, 'list' | 'match' | 'take'>;
  authorities: Authorities;
  person: PersonKeys;
  house: { get(): House; set(house: House & { signedRoles?: SignedRoles }): Result<unknown> };
};
type Chosen = { house: boolean; destinations: readonly string[]; authorities: readonly string[] };
export type SettingsRoom = ReturnType<typeof createSettings>;

/** What a newsroom's computers have in common, as a signed file that goes from one to the others. */
export function createSettings({ accounts, authorities, person, house }: Needs) {
  /** What was read last, until it is taken in. */
  let offered: SignedSettings | null = null;

  async function offerOf(destination: SharedDestination): Promise<OfferedDestination> {
    const { here, keepsSecret, needsSecret } = await accounts.match(destination);
    const { name, config } = destination;
    const isSame =
      here !== null && canonicalJson({ name, config }) === canonicalJson({ name: here.name, config: here.config });
    return {
      ...destination,
      state: here === null ? 'new' : isSame ? 'same' : 'changed',
      was: here === null || isSame ? null : { name: here.name, config: here.config },
      asksSecret: needsSecret && !keepsSecret,
    };
  }
  /** Certificates that may be taken in, each with its PEM. One that has run out since is left out. */
  const fitOf = (pems: readonly string[]) =>
    pems.flatMap((pem) => {
      const read = authorities.look(Buffer.from(pem));
      return read.ok ? read.value.map((authority) => ({ authority, pem })) : [];
    });

  /** Whether the house's conventions are here already; what an older program's file does not know stays as it is. */
  const isHere = (theirs: House) => canonicalJson({ ...house.get(), ...theirs }) === canonicalJson(house.get());
  /** Roles that somebody else signed bind; one's own only advise. */
  function rolesOf({ house: { rules } }: SharedSettings, { name, publicKey }: SignedSettings['maker']) {
    const fingerprint = fingerprintOf(publicKey);
    const isSelf = fingerprint === person.person().fingerprint;
    return isSelf || !rules?.roles.length ? {} : { signedRoles: { by: { name, fingerprint }, roles: rules.roles } };
  }

  return {
    /** Writes the file. Failures: the disk's. */
    async give(file: string): Promise<Result<{ path: string }>> {
      const destinations = (await accounts.list()).map(({ id, name, config }) => ({ id, name, config }));
      const parts = { house: house.get(), destinations, authorities: [...authorities.trusted()] };
      return giveFile(file, EXTENSION, signSettings(parts, person));
    },
    /** Reads a file and tells what it would bring. Failures: those of parseSettings, fileTooLarge, the disk's. */
    async read(file: string): Promise<Result<SettingsOffer>> {
      offered = null;
      const bytes = await readWhole(file, MAX_SETTINGS_BYTES, 'notSettings');
      const read = bytes.ok ? parseSettings(bytes.value) : bytes;
      if (!read.ok) return read;
      const { parts, maker } = read.value;
      offered = read.value;
      const fingerprint = fingerprintOf(maker.publicKey);
      const known = new Set(authorities.list().map((one) => one.fingerprint));
      const destinations = [];
      for (const destination of parts.destinations) destinations.push(await offerOf(destination));
      return {
        ok: true,
        value: {
          maker: { name: maker.name, fingerprint, isSelf: fingerprint === person.person().fingerprint },
          house: { ...parts.house, isSame: isHere(parts.house) },
          destinations,
          authorities: fitOf(parts.authorities).map(({ authority }) => ({
            ...authority,
            isHere: known.has(authority.fingerprint),
          })),
        },
      };
    },
    /** Takes in what was chosen of the file that was read last. Failures: notFound (none was), the store's: what was taken before it stays. */
    async take(chosen: Chosen): Promise<Result<null>> {
      if (!offered) return { ok: false, code: 'notFound' };
      const { parts, maker } = offered;
      offered = null;
      for (const { authority, pem } of fitOf(parts.authorities)) {
        if (!chosen.authorities.includes(authority.fingerprint)) continue;
        const added = await authorities.add(Buffer.from(pem));
        if (!added.ok) return added;
      }
      for (const destination of parts.destinations) {
        if (!chosen.destinations.includes(destination.id)) continue;
        const taken = await accounts.take(destination);
        if (!taken.ok) return taken;
      }
      const set = chosen.house ? house.set({ ...parts.house, ...rolesOf(parts, maker) }) : null;
      return set && !set.ok ? set : { ok: true, value: null };
    },
  };
}
