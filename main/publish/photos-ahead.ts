import type { Figure } from '../../story/model.ts';
import type { Renditions } from '../../story/photo/renditions.ts';
import type { RunPhotos } from './destinations/types.ts';

type Drawn = Awaited<ReturnType<RunPhotos['rendition']>>;
type Ahead = { key: string; drawing: Promise<Drawn> };

export type PhotosAhead = RunPhotos & {
  /** Draws the first of these, a publication's photos in the order they are sent, and each next one once the one before it is drawn. */
  begin(figures: readonly Figure[], renditions: Renditions): void;
  /** Resolves when nothing is being drawn any more. */
  idle(): Promise<void>;
};

/**
 * A run's photos, each drawn while the one before it is being sent: one ahead and no more, so that memory stays bounded. How
 * a drawing ends is told to whoever asks for that very photo: a failure takes nothing from the one that is on its way. What
 * the destination is known to have is not drawn.
 */
export function drawnAhead(photos: RunPhotos): PhotosAhead {
  let rest: readonly Figure[] = [];
  let ahead: Promise<Ahead | null> = Promise.resolve(null);
  let all: Promise<unknown> = Promise.resolve();

  async function next(renditions: Renditions): Promise<Ahead | null> {
    for (const figure of rest) {
      const key = await photos.key(figure, renditions);
      if (await photos.known(key)) continue;
      const drawing = photos.rendition(figure, renditions);
      all = Promise.allSettled([all, drawing]).then(() => undefined);
      return { key, drawing };
    }
    return null;
  }
  function drawNext(renditions: Renditions): void {
    // One that cannot even be looked up is drawn when it is asked for, and fails then.
    ahead = next(renditions).catch(() => null);
  }

  return {
    ...photos,
    begin(figures, renditions) {
      rest = figures;
      drawNext(renditions);
    },
    async rendition(figure, renditions) {
      const key = await photos.key(figure, renditions);
      const drawing = await ahead;
      const drawn = await (drawing?.key === key ? drawing.drawing : photos.rendition(figure, renditions));
      rest = rest.slice(rest.indexOf(figure) + 1);
      if (drawn.ok) drawNext(renditions);
      return drawn;
    },
    async idle() {
      await ahead;
      await all;
    },
  };
}
