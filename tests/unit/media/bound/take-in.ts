// A process of its own that takes photos in, one after the other, and says the most memory it had: `take-in.ts FOLDER FILE COUNT`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMedia } from '../../../../main/media/index.ts';
import type { PhotoInfo } from '../../../../preload/contract.ts';

const [folder = '', file = '', count = '1'] = process.argv.slice(2);
const rows = new Map<string, PhotoInfo>();
const media = createMedia({
  folder,
  store: {
    getPhoto: async (hash) => rows.get(hash) ?? null,
    putPhoto: async (info) => {
      rows.set(info.hash, info);
      return { ok: true, value: null };
    },
  },
});
const card = path.join(folder, 'card');
mkdirSync(card);
for (let number = 0; number < Number(count); number++) {
  // The same picture under another hash: a comment behind the first marker.
  const bytes = readFileSync(file);
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0]);
  comment.writeUInt32BE(number, 4);
  const one = path.join(card, `${number}.jpg`);
  writeFileSync(one, Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]));
  const taken = await media.importFile(one);
  if (!taken.ok) throw new Error(`${taken.code} ${taken.detail}`);
}
await media.idle();
console.log(JSON.stringify({ taken: rows.size, peakMb: process.resourceUsage().maxRSS / 1024 }));
