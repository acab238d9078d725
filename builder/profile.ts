import { FUSES } from './fuses.ts';

export type Profile = keyof typeof FUSES;

/**
 * What a profile changes in electron-builder's configuration: the fuses, and for the stand-in the folder that is packed in
 * Electron's place. Throws on a profile that does not exist.
 */
export function profileConfig(profile: string, electronDist: string | undefined) {
  if (!(profile in FUSES)) throw new Error(`COPYDESK_PACKAGE_PROFILE: ${profile} is none of ${Object.keys(FUSES)}`);
  const electronFuses = FUSES[profile as Profile];
  if (electronFuses) return { electronFuses };
  if (!electronDist) throw new Error('COPYDESK_ELECTRON_DIST: the stand-in profile needs a folder to pack.');
  return { electronDist };
}
