// Sees that the machine has what npm cannot bring: node scripts/prepare-machine.mjs [run] [test] [cms]
// On Debian and as root it installs what is missing; elsewhere it names it in one line and ends with 1.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { electronBinary, hasDisplay, program } from './lib/machine.mjs';

const installed = (name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0;
const phpModule = (name) =>
  new RegExp(`^${name}$`, 'im').test(spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '');
const chromes = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** By Debian's package: whether its feature is here, however it came. */
const FEATURES = {
  chromium: () => Boolean(process.env.STANDIN_CHROMIUM) || program(...chromes) !== undefined,
  xvfb: () => program('Xvfb') !== undefined && program('xvfb-run') !== undefined,
  xauth: () => program('xauth') !== undefined,
  // ExifTool's; on Windows it brings its own.
  perl: () => process.platform === 'win32' || spawnSync('perl', ['-MPOSIX', '-MFile::Find', '-e', '1']).status === 0,
  strace: () => program('strace') !== undefined,
  openssl: () => program('openssl') !== undefined,
  'fonts-dejavu-core': () => program('dpkg') === undefined || installed('fonts-dejavu-core'),
  ...Object.fromEntries(
    ['fcitx5', 'fcitx5-unikey', 'fcitx5-bamboo', 'fcitx5-frontend-gtk3', 'xdotool', 'openbox', 'dbus-daemon'].map(
      (name) => [name, () => program('dpkg') === undefined || installed(name)],
    ),
  ),
  'php-cli': () => program('php') !== undefined,
  'php-mysql': () => phpModule('mysqli'),
  'php-gd': () => phpModule('gd'),
  'php-imagick': () => phpModule('imagick'),
  'php-xml': () => phpModule('dom'),
  'php-mbstring': () => phpModule('mbstring'),
  'php-curl': () => phpModule('curl'),
  'php-intl': () => phpModule('intl'),
  'nginx-light': () => program('nginx') !== undefined,
  faketime: () => program('faketime') !== undefined,
  // Its sshd is started by tests as an ordinary process, in /usr/sbin or not.
  'openssh-server': () => existsSync('/usr/sbin/sshd') && existsSync('/usr/lib/openssh/sftp-server'),
  'mariadb-server': () => program('mariadbd', 'mysqld') !== undefined,
};

/** Electron needs libraries of the system, which Debian's Chromium brings along. */
const electronRuns = () => {
  const binary = electronBinary();
  if (!binary || process.platform !== 'linux') return Boolean(binary);
  return !/not found/.test(spawnSync('ldd', [binary], { encoding: 'utf8' }).stdout ?? '');
};

/** What each use of the project needs. */
export const SETS = {
  run: () => ['perl', ...(electronRuns() ? [] : ['chromium']), ...(hasDisplay() ? [] : ['xvfb', 'xauth'])],
  test: () => [
    'chromium',
    'perl',
    'xvfb',
    'xauth',
    'strace',
    'openssl',
    'fonts-dejavu-core',
    // Vietnamese typed by the real input methods, in a window of a desktop.
    ...Object.keys(FEATURES).filter((name) => /^fcitx5|^xdotool$|^openbox$|^dbus-daemon$/.test(name)),
  ],
  cms: () => [
    ...Object.keys(FEATURES).filter((name) => name.startsWith('php-')),
    ...['mariadb-server', 'nginx-light', 'openssh-server', 'faketime', 'openssl'],
  ],
};

/** What apt-get says last when it fails; '' when it does not. */
function apt(...args) {
  const options = ['-qq', '-y', '-o', 'DPkg::Lock::Timeout=300', '--no-install-recommends'];
  const { status, stderr } = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0 ? '' : ` (${stderr.trim().split('\n').at(-1)})`;
}

/** True when all of `names` are here in the end; else one line has said which are not. */
export function ensure(names) {
  const missing = () => names.filter((name) => !FEATURES[name]());
  const wanted = missing();
  if (wanted.length === 0) return true;
  let trouble = '';
  if (process.platform === 'linux' && process.getuid() === 0 && program('apt-get')) {
    console.log(`Installing ${wanted.join(', ')} (apt-get)`);
    trouble = apt('update');
    trouble = apt('install', ...wanted) || trouble;
  }
  const left = missing();
  if (left.length > 0) console.error(`Missing, please install: ${left.join(', ')}${trouble}`);
  return left.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const sets = process.argv.slice(2);
  const unknown = sets.filter((name) => !Object.hasOwn(SETS, name));
  if (sets.length === 0 || unknown.length > 0) {
    console.error(`prepare-machine: one or more of ${Object.keys(SETS).join(', ')}`);
    process.exit(2);
  }
  process.exit(ensure([...new Set(sets.flatMap((name) => SETS[name]()))]) ? 0 : 1);
}
