import type { Block, Figure } from '../model.ts';

/**
 * The body with a photo before (-1) or behind (1) the next one, the text as it stands: the two change places, and what
 * belongs to a place (its gallery, its box) stays there. The same body where there is no such photo.
 */
export function movePhoto(body: readonly Block[], id: string, by: -1 | 1): readonly Block[] {
  const places = body.flatMap((block, at) => (block.type === 'figure' ? [at] : []));
  const at = places.findIndex((place) => body[place]?.id === id);
  const [from, to] = [places[at], places[at + by]];
  if (from === undefined || to === undefined) return body;
  const [one, other] = [body[from] as Figure, body[to] as Figure];
  const next = [...body];
  next[from] = inPlaceOf(other, one);
  next[to] = inPlaceOf(one, other);
  return next;
}

/** A photo with what belongs to the place of another. */
function inPlaceOf(photo: Figure, { gallery, columns, galleryCaption, box }: Figure): Figure {
  const { gallery: _, columns: __, galleryCaption: ___, box: ____, ...own } = photo;
  return {
    ...own,
    ...(gallery && { gallery }),
    ...(columns && { columns }),
    ...(galleryCaption && { galleryCaption }),
    ...(box && { box }),
  };
}
