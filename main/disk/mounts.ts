/** One mounted file system, as far as this program asks: where it is, its type, what it is mounted from, and its options. */
export type Mount = { point: string; type: string; source: string; options: readonly string[] };

/**
 * Lines of Linux's `/proc/self/mountinfo` (proc(5), and Documentation/filesystems/proc.rst, 3.5): the mount point is the fifth
 * field, behind ` - ` stand type and source. Blanks in names are octal escapes.
 */
export function parseMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , , point, options] = before.split(' ');
    const [type, source] = after.split(' ');
    if (!point?.startsWith('/') || !options || !type) return [];
    return [{ point: withoutEscapes(point), type, source: withoutEscapes(source ?? ''), options: options.split(',') }];
  });
}

/** Only blank, tab, line feed, backslash and # are escaped; all else stands as it is. */
const withoutEscapes = (name: string): string =>
  name.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

/**
 * Lines of macOS's `mount` without arguments (mount(8)): `SOURCE on POINT (TYPE, OPTION, …)`. `local` among the options is
 * the kernel's MNT_LOCAL (statfs(2)): stored on this computer.
 */
export function parseMacMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, source, point, list = ''] = line.match(/^(.*) on (\/.*) \(([^()]*)\)$/) ?? [];
    const [type, ...options] = list.split(', ');
    return source !== undefined && point && type ? [{ point, type, source, options }] : [];
  });
}

/** The mount that a real path (no links in it) lies on: the longest mount point above it, of several there the last made. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const isAbove = mount.point === '/' || path === mount.point || path.startsWith(`${mount.point}/`);
    if (isAbove && mount.point.length >= (found?.point.length ?? 0)) found = mount;
  }
  return found;
}

/** File systems of Linux behind which there is a server, or the host of a virtual machine: locks and syncs do not hold there. */
const NETWORK = new Set([
  ...[
    'nfs',
    'nfs4',
    'cifs',
    'smb2',
    'smb3',
    'smbfs',
    'ncpfs',
    'afs',
    'coda',
    'ceph',
    'lustre',
    'gpfs',
    'beegfs',
    'glusterfs',
  ],
  ...['9p', 'vboxsf', 'vmhgfs', 'prl_fs', 'davfs'],
  ...['sshfs', 'rclone', 'davfs', 'gvfsd-fuse', 'kio-fuse', 's3fs', 'glusterfs', 'ceph', 'smbnetfs', 'curlftpfs'].map(
    (name) => `fuse.${name}`,
  ),
  ...['vmhgfs-fuse', 'onedriver', 'google-drive-ocamlfuse', 'juicefs'].map((name) => `fuse.${name}`),
]);
/** `//server/share`, `server:/path`, `https://server/path`: what only a network file system is mounted from. */
const REMOTE_SOURCE = /^(\/\/|[^/\s]+:\/)/;

export const isNetworkMount = ({ type, source }: Mount): boolean => NETWORK.has(type) || REMOTE_SOURCE.test(source);

/** macOS knows it itself. */
export const isNetworkMountOnMac = ({ options }: Mount): boolean => !options.includes('local');

/**
 * Whether a real path of Windows lies on a server: a UNC path. A mapped drive's real path is one, too, since
 * GetFinalPathNameByHandle, which realpath calls, follows the letter to the share. `\\?\C:\` and `\\.\` are this computer.
 */
export function isNetworkPathOnWindows(path: string): boolean {
  const plain = path.replaceAll('/', '\\');
  if (/^\\\\[?.]\\/.test(plain)) return /^\\\\[?.]\\UNC\\/i.test(plain);
  return plain.startsWith('\\\\');
}
