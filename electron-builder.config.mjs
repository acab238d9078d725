// How the program is packed; docs/packaging.md says what each target needs. COPYDESK_PACKAGE_PROFILE chooses the profile:
// release (the default), test, or stand-in, which packs the folder of COPYDESK_ELECTRON_DIST in Electron's place.
import { bundledPackages } from './builder/packages.ts';
import { profileConfig } from './builder/profile.ts';

const { COPYDESK_PACKAGE_PROFILE = 'release', COPYDESK_ELECTRON_DIST } = process.env;

export default {
  appId: 'org.copydesk.Copydesk',
  productName: 'Copydesk',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  publish: null,
  // sharp comes with its library built: nothing to compile.
  npmRebuild: false,
  electronLanguages: ['vi', 'en', 'en-US'],
  asar: true,
  // Shared libraries are loaded by the system, which cannot look into an archive; no more can Perl, which runs exiftool.
  // libheif is LGPL: whoever wants to can put another build of it in place.
  asarUnpack: [
    'node_modules/sharp/**',
    'node_modules/@img/**',
    'node_modules/exiftool-vendored.{pl,exe}/**',
    'node_modules/libheif-js/**',
  ],
  files: [
    'out/**',
    'resources/**',
    'package.json',
    'LICENSE',
    '!resources/icons/icon.{ico,icns,svg}',
    '!**/*.{map,ts,mts,cts}',
    '!node_modules/sharp/{src,install}/**',
    ...bundledPackages(import.meta.dirname).map((name) => `!node_modules/${name}/**`),
  ],
  fileAssociations: [
    {
      ext: 'copydesk',
      name: 'Copydesk story',
      description: 'A story on its way',
      role: 'Editor',
      mimeType: 'application/x-copydesk',
    },
  ],
  ...profileConfig(COPYDESK_PACKAGE_PROFILE, COPYDESK_ELECTRON_DIST),
  // exiftool is a Perl program.
  deb: { fpm: ['--depends', 'perl'] },
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'copydesk',
    icon: 'resources/icons/icon.png',
    category: 'Office',
    synopsis: 'Editorial workstation for newsrooms',
    maintainer: 'Copydesk <copydesk@localhost>',
  },
  mac: { target: ['dmg'], category: 'public.app-category.news', icon: 'resources/icons/icon.icns' },
  win: { target: ['nsis'], icon: 'resources/icons/icon.ico' },
  // The drafts are the person's: taking the program away leaves them.
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
};
