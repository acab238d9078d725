import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';

type Sharp = typeof import('sharp').default;
let loading: Promise<Sharp> | null = null;

/** sharp, loaded at its first use, with only the decoders we ask for and one thread a picture. */
export function loadSharp(): Promise<Sharp> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Sharp> {
  if (process.platform === 'linux') bindToOwnGlib();
  const { default: sharp } = await import('sharp');
  // A hostile file must not reach the decoders we do not need.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((loader) => `VipsForeignLoad${loader}Buffer`),
  });
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/**
 * Electron on Linux is linked to the system's GLib, and sharp's addon would take g_object_ref and its kin from there while
 * libvips makes the objects with a GLib of its own: the program dies at the first picture
 * (https://github.com/electron/electron/issues/46323). So the addon is loaded first by us, looking into its own libraries
 * before the program's; libvips, loaded before it in the ordinary way, keeps the program's allocator. When sharp loads its
 * addon afterwards, it gets the one that is there.
 */
function bindToOwnGlib(): void {
  try {
    const fromSharp = createRequire(createRequire(import.meta.url).resolve('sharp'));
    const addon = fromSharp.resolve(`@img/sharp-linux-${process.arch}/sharp.node`);
    const libvips = createRequire(addon).resolve(`@img/sharp-libvips-linux-${process.arch}/binary`);
    const folder = path.join(path.dirname(addon), 'lib');
    const file = readdirSync(folder).find((name) => name.endsWith('.node')) ?? '';
    open(libvips, constants.dlopen.RTLD_LAZY);
    open(path.join(folder, file), constants.dlopen.RTLD_LAZY | constants.dlopen.RTLD_DEEPBIND);
  } catch {
    // Not the prebuilt sharp we know: its own loading says what is wrong, if anything is.
  }
}

/** libvips is no addon, so Node complains; but it has been loaded, and both libraries are marked to stay. */
function open(file: string, flags: number): void {
  try {
    process.dlopen({ exports: {} }, file, flags);
  } catch (error) {
    if (!String(error).includes('did not self-register')) throw error;
  }
}
