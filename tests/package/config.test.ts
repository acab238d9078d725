import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FUSES } from '../../builder/fuses.ts';
import { profileConfig } from '../../builder/profile.ts';
import { ROOT } from './dist.ts';

describe('the fuses', () => {
  test('what is shipped has no door into the process', () => {
    expect(FUSES.release).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });
  test('the test profile differs in the inspector alone; the stand-in has none', () => {
    expect(FUSES.test).toEqual({ ...FUSES.release, enableNodeCliInspectArguments: true });
    expect(FUSES['stand-in']).toBeNull();
  });
  test('a profile is one of the three, and the stand-in names what it packs', () => {
    expect(profileConfig('release', undefined)).toEqual({ electronFuses: FUSES.release });
    expect(profileConfig('test', 'ignored')).toEqual({ electronFuses: FUSES.test });
    expect(profileConfig('stand-in', '/dist')).toEqual({ electronDist: '/dist' });
    expect(() => profileConfig('stand-in', undefined)).toThrow('COPYDESK_ELECTRON_DIST');
    expect(() => profileConfig('debug', undefined)).toThrow('debug');
  });
});

describe('the icons', () => {
  const icon = (name: string) => readFileSync(path.join(ROOT, 'resources/icons', name));
  const pngWidth = (bytes: Buffer) => {
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    return bytes.readUInt32BE(16);
  };
  test('icon.ico: each entry points at a PNG of its size', () => {
    const bytes = icon('icon.ico');
    const sizes = Array.from({ length: bytes.readUInt16LE(4) }, (_, i) => {
      const at = 6 + i * 16;
      const image = bytes.subarray(
        bytes.readUInt32LE(at + 12),
        bytes.readUInt32LE(at + 12) + bytes.readUInt32LE(at + 8),
      );
      expect(pngWidth(image)).toBe(bytes[at] || 256);
      return bytes[at] || 256;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });
  test('icon.icns: each chunk is a PNG of its type, up to 1024', () => {
    const bytes = icon('icon.icns');
    expect(bytes.subarray(0, 4).toString()).toBe('icns');
    expect(bytes.readUInt32BE(4)).toBe(bytes.length);
    const widths: number[] = [];
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4)) widths.push(pngWidth(bytes.subarray(at + 8)));
    expect(widths).toEqual([128, 256, 512, 1024, 32, 64, 256, 512]);
  });
  test('icon.png: 512 pixels', () => expect(pngWidth(icon('icon.png'))).toBe(512));
});
