import type { NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import type { FigureData } from '../../../story/schema/figure/node.ts';
import type { StorySession } from '../types.ts';
import { applyRecipe, EDIT_PHOTO, figureAt } from './open.ts';
import { PhotoEditor } from './PhotoEditor.tsx';

/** Where the photo editor of a story opens. */
export function PhotoEditing({ session }: { session: StorySession }) {
  const [open, setOpen] = useState<{ key: NodeKey; figure: FigureData } | null>(null);
  useEffect(() => {
    const show = (event: Event) => {
      const key = (event as CustomEvent<NodeKey>).detail;
      const figure = session.readOnly ? null : figureAt(session, key);
      if (figure) setOpen({ key, figure });
    };
    document.addEventListener(EDIT_PHOTO, show);
    return () => document.removeEventListener(EDIT_PHOTO, show);
  }, [session]);
  if (!open) return null;
  return (
    <PhotoEditor
      figure={open.figure}
      onApply={(recipe) => applyRecipe(session, open.key, recipe)}
      onClose={() => setOpen(null)}
    />
  );
}
