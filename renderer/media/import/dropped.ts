/** Files of one drop at most. */
const MOST = 5000;
const PICTURE = /\.(jpe?g|png|webp|gif|tiff?|avif|hei[cf])$/i;

/**
 * The files of a drop or a paste: of dropped folders the pictures in them and below, by the ends of their names. To be called
 * while the event lasts, which forgets its items afterwards.
 */
export function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve([...transfer.files]);
  return walk(entries.filter((entry) => entry !== null));
}

async function walk(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  const isAsked = new Set(entries);
  for (let entry = waiting.shift(); entry && files.length < MOST; entry = waiting.shift()) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory) waiting.push(...(await inside(entry as FileSystemDirectoryEntry)));
    else if (isAsked.has(entry) || PICTURE.test(entry.name))
      files.push(...(await fileIn(entry as FileSystemFileEntry)));
  }
  return files;
}

/** A folder tells its entries a hundred at a time, until it tells none. */
async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

const fileIn = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
