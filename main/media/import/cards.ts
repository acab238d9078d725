import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export type Card = { folder: string; name: string };

/** Where systems put what is plugged in: folders that hold one folder a card. */
async function places(): Promise<string[]> {
  if (process.platform === 'darwin') return ['/Volumes'];
  const users = await Promise.all(['/media', '/run/media'].map(inside));
  return users.flat();
}

const inside = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).map((name) => path.join(folder, name));

/** Memory cards and cameras that are plugged in: drives with a folder DCIM (the Design rule for Camera File system, JEITA CP-3461). */
export async function mountedCards(roots?: readonly string[]): Promise<Card[]> {
  const letters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const drives =
    process.platform === 'win32' && !roots
      ? letters
      : (await Promise.all((roots ?? (await places())).map(inside))).flat();
  const found = await Promise.all(
    drives.map(async (folder): Promise<Card[]> => {
      const isCard = await stat(path.join(folder, 'DCIM')).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      return isCard ? [{ folder, name: path.basename(folder) || folder }] : [];
    }),
  );
  return found.flat();
}
