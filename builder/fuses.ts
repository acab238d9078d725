// Electron's fuses (https://www.electronjs.org/docs/latest/tutorial/fuses), by the profile of a package.

/** What goes to people: no way into the process from outside, nothing but our own archive. */
const release = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  // Apple's arm64 runs only signed programs, and flipping a fuse breaks the signature Electron came with.
  resetAdHocDarwinSignature: true,
};

/**
 * - `release`: what is shipped.
 * - `test`: the same, but the inspector can be asked for on the command line: Playwright needs that, and no more.
 * - `stand-in`: none; the stand-in is no Electron binary, so there is nothing to flip.
 */
export const FUSES = {
  release,
  test: { ...release, enableNodeCliInspectArguments: true },
  'stand-in': null,
};
