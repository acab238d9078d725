import { expect, test } from 'vitest';
import type { RemotePhoto, RunPhotos } from '../../../main/publish/destinations/types.ts';
import { drawnAhead } from '../../../main/publish/photos-ahead.ts';
import { newId } from '../../../story/ids.ts';
import type { Figure } from '../../../story/model.ts';
import { USUAL_RENDITIONS } from '../../../story/photo/renditions.ts';

type Drawn = Awaited<ReturnType<RunPhotos['rendition']>>;
const renditions = USUAL_RENDITIONS.wordpress;
const figureOf = (photo: string): Figure => ({
  ...{ id: newId(), type: 'figure', photo, width: 4, height: 3, unchecked: [] },
  ...{ caption: '', credit: '', alt: '', copyright: '' },
});
const figures = ['a', 'b', 'c', 'd'].map(figureOf);
const [a, b, c, d] = figures as [Figure, Figure, Figure, Figure];
const file = (name: string): Drawn => ({
  ok: true,
  value: { bytes: Buffer.from(name), type: 'image/jpeg', width: 4, height: 3, texts: {} },
});

/** Photos whose drawings end when the test says so. */
function bench(known: string[] = []) {
  const begun: string[] = [];
  const ends = new Map<string, (drawn: Drawn) => void>();
  const breaks = new Map<string, (error: Error) => void>();
  const photos = drawnAhead({
    key: async ({ photo }) => photo,
    known: async (key) => (known.includes(key) ? ({ id: key, url: key } satisfies RemotePhoto) : null),
    remember: async (key) => void known.push(key),
    rendition({ photo }) {
      begun.push(photo);
      const { promise, resolve, reject } = Promise.withResolvers<Drawn>();
      ends.set(photo, resolve);
      breaks.set(photo, reject);
      return promise;
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ photos, begun, turn },
    end: (name: string, drawn = file(name)) => ends.get(name)?.(drawn),
    break: (name: string) => breaks.get(name)?.(new Error(name)),
  };
}

test('the next photo is drawn once the one before it is, and no other', async () => {
  const { photos, begun, end, turn } = bench();
  photos.begin(figures, renditions);
  await turn();
  expect(begun).toEqual(['a']);
  const first = photos.rendition(a, renditions);
  await turn();
  expect(begun).toEqual(['a']);
  end('a');
  expect(await first).toEqual(file('a'));
  await turn();
  // The first is being sent now.
  expect(begun).toEqual(['a', 'b']);
  end('b');
  await turn();
  expect(begun).toEqual(['a', 'b']);
  expect(await photos.rendition(b, renditions)).toEqual(file('b'));
  await turn();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('what the destination is known to have is not drawn, and one that it turns out to have holds nothing up', async () => {
  const { photos, begun, end, turn } = bench(['a', 'c']);
  photos.begin(figures, renditions);
  await turn();
  expect(begun).toEqual(['b']);
  // Found there: nobody asks for it.
  end('b');
  const last = photos.rendition(d, renditions);
  await turn();
  end('d');
  expect(await last).toEqual(file('d'));
  await turn();
  expect(begun).toEqual(['b', 'd']);
});

test('a drawing that fails is told when that photo is asked for, and not before', async () => {
  const { photos, begun, end, turn } = bench();
  const damaged: Drawn = { ok: false, code: 'damaged' };
  photos.begin(figures, renditions);
  await turn();
  end('a');
  expect(await photos.rendition(a, renditions)).toEqual(file('a'));
  await turn();
  end('b', damaged);
  await photos.remember('a', { id: '1', url: '1' });
  expect(await photos.rendition(b, renditions)).toEqual(damaged);
  await turn();
  expect(begun).toEqual(['a', 'b']);
});

test('a drawing that breaks is no unhandled rejection; it is one where the photo is asked for', async () => {
  const { photos, break: breaks, turn } = bench();
  photos.begin([c], renditions);
  await turn();
  breaks('c');
  await photos.idle();
  await expect(photos.rendition(c, renditions)).rejects.toThrow('c');
});

test('idle waits for what is being drawn, whether anybody asks for it or not', async () => {
  const { photos, end, turn } = bench();
  await photos.idle();
  photos.begin(figures, renditions);
  let idle = false;
  const waiting = photos.idle().then(() => {
    idle = true;
  });
  await turn();
  expect(idle).toBe(false);
  end('a');
  await waiting;
});
