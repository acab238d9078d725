import { describe, expect, test } from 'vitest';
import {
  isNetworkMount,
  isNetworkMountOnMac,
  isNetworkPathOnWindows,
  mountOf,
  parseMacMounts,
  parseMountinfo,
} from '../../../main/disk/mounts.ts';

// Lines as kernels write them; servers and names are made.
const LINUX = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,errors=remount-ro
31 27 0:26 / /tmp rw,nosuid,nodev shared:18 - tmpfs tmpfs rw,size=12341716k
98 27 8:17 / /media/an/USB\\040Stick rw,nosuid,nodev,relatime shared:310 - vfat /dev/sdb1 rw,uid=1000,fmask=0022
99 27 8:33 / /media/an/Ảnh\\040tòa\\040soạn rw,nosuid,nodev,relatime - fuseblk /dev/sdc1 rw,user_id=0,group_id=0
101 27 0:51 / /mnt/toasoan rw,relatime shared:320 - cifs //10.0.0.4/Toa\\040soan rw,vers=3.1.1,cache=strict,username=an
102 27 0:52 / /home/an/nas rw,relatime master:5 - nfs4 nas.example:/volume1/bai rw,vers=4.2,hard,proto=tcp
103 27 0:53 / /home/an/remote rw,nosuid,nodev,relatime - fuse.sshfs an@server:/home/an rw,user_id=1000,group_id=1000
104 27 0:54 / /run/user/1000/gvfs rw,nosuid,nodev,relatime - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000,group_id=1000
105 27 0:55 / /mnt/c rw,noatime - 9p C:\\134 rw,dirsync,aname=drvfs;path=C:\\134,uid=1000
106 27 0:56 / /home/an/dav rw,nosuid,nodev,relatime - fuse https://cloud.example/dav rw,user_id=0,group_id=0
107 102 0:57 / /home/an/nas/local rw,relatime - ext4 /dev/sdd1 rw
108 27 0:58 / /home/an/kín rw,nosuid,nodev,relatime - fuse.gocryptfs /home/an/.kín rw,user_id=1000,group_id=1000
109 27 0:59 / /mnt/twice rw,relatime - ext4 /dev/sde1 rw
110 109 0:60 / /mnt/twice rw,relatime - nfs nas.example:/twice rw`;

describe('Linux', () => {
  const mounts = parseMountinfo(LINUX);
  const isRemote = (path: string) => {
    const mount = mountOf(path, mounts);
    return mount !== null && isNetworkMount(mount);
  };

  test('every line is read, escapes and optional fields included', () => {
    expect(mounts).toHaveLength(LINUX.split('\n').length);
    expect(mountOf('/media/an/USB Stick/thư viện', mounts)).toEqual({
      point: '/media/an/USB Stick',
      type: 'vfat',
      source: '/dev/sdb1',
      options: ['rw', 'nosuid', 'nodev', 'relatime'],
    });
    expect(mountOf('/mnt/toasoan', mounts)?.source).toBe('//10.0.0.4/Toa soan');
    expect(mountOf('/mnt/c/Users', mounts)?.source).toBe('C:\\');
  });

  test.each([
    '/home/an/.config/Copydesk/library',
    '/tmp/x',
    '/media/an/USB Stick',
    '/media/an/Ảnh tòa soạn/Copydesk',
    '/home/an/kín/library',
    '/home/an/nas/local/library',
    '/home/an/nas2',
    '/mnt/toasoan-cũ',
  ])('%s is on this computer', (path) => expect(isRemote(path)).toBe(false));

  test.each([
    '/mnt/toasoan/library',
    '/home/an/nas',
    '/home/an/nas/localized',
    '/home/an/remote/a/b',
    '/run/user/1000/gvfs/smb-share:server=nas,share=bai',
    '/mnt/c/Users/an',
    '/home/an/dav/x',
    '/mnt/twice/library',
  ])('%s is on a server', (path) => expect(isRemote(path)).toBe(true));

  test('what is no such line is passed over', () => {
    expect(parseMountinfo('')).toEqual([]);
    expect(parseMountinfo('nothing of the kind\n36 35 98:0 / / rw')).toEqual([]);
  });
});

const MAC = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//an@nas._smb._tcp.local/Toa%20soan on /Volumes/Toa soan (smbfs, nodev, nosuid, mounted by an)
nas.example:/volume1/bai on /Volumes/bai (nfs, nodev, nosuid, mounted by an)
https://cloud.example/dav on /Volumes/dav (webdav, nodev, noexec, nosuid, mounted by an)
/dev/disk4s2 on /Volumes/USB Stick (exfat, local, nodev, nosuid, noowners)`;

describe('macOS', () => {
  const mounts = parseMacMounts(MAC);
  const isRemote = (path: string) => {
    const mount = mountOf(path, mounts);
    return mount !== null && isNetworkMountOnMac(mount);
  };

  test('every line is read', () => {
    expect(mounts.map(({ point }) => point)).toEqual([
      ...['/', '/dev', '/System/Volumes/Data', '/System/Volumes/Data/home'],
      ...['/Volumes/Toa soan', '/Volumes/bai', '/Volumes/dav', '/Volumes/USB Stick'],
    ]);
    expect(mounts[0]).toMatchObject({ type: 'apfs', options: ['sealed', 'local', 'read-only', 'journaled'] });
  });

  test('local is what the system calls local', () => {
    const paths = [
      '/Users/an/Library',
      '/Volumes/USB Stick/a',
      '/Volumes/Toa soan/a',
      '/Volumes/bai',
      '/Volumes/dav/b',
    ];
    expect(paths.map(isRemote)).toEqual([false, false, true, true, true]);
  });
});

test.each([
  ['C:\\Users\\an\\AppData\\Roaming\\Copydesk', false],
  ['D:/Copydesk', false],
  ['\\\\?\\C:\\Users\\an', false],
  ['\\\\.\\C:\\', false],
  ['\\\\nas\\toasoan\\Copydesk', true],
  ['//nas/toasoan', true],
  ['\\\\?\\UNC\\nas\\toasoan', true],
  ['\\\\wsl.localhost\\Debian\\home', true],
])('Windows: %s', (path, remote) => expect(isNetworkPathOnWindows(path)).toBe(remote));
