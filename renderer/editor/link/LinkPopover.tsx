import { $getSelection, $isRangeSelection } from 'lexical';
import { ArrowUpRight, Pencil, Unlink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { $linkAround } from '../../../story/schema/text/link.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Core, coreOf } from '../core.ts';
import { inTime } from '../inTime.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { openLink } from './extension.ts';
import styles from './link.module.css';

type Place = { key: string; url: string; top: number; left: number };

/**
 * The address of the link the caret is in, below it, with what can be done: a stop for Tab behind the body. It is looked
 * for as the toolbar is, and rendered only where the caret comes into a link or leaves it.
 */
export function LinkPopover({ session, readOnly }: { session: StorySession; readOnly: boolean }) {
  const t = useTexts();
  const core = coreOf(session);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);

  useEffect(() => {
    let shown: string | null = null;
    const look = inTime(() => {
      const isHere = box.current?.contains(document.activeElement) || isInBody(core);
      const now = isHere ? placeOf(core) : null;
      const text = JSON.stringify(now);
      if (text !== shown) setPlace(now);
      shown = text;
    });
    const stop = session.subscribe((event) => event === 'selection' && look.ask());
    document.addEventListener('focusin', look.ask);
    return () => {
      stop();
      look.stop();
      document.removeEventListener('focusin', look.ask);
    };
  }, [session, core]);

  if (!place) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={box}
      role="group"
      aria-label={t('link')}
      className={styles.popover}
      style={{ top: place.top, left: place.left }}
      data-link-popover
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') core.editor.focus();
      }}
    >
      <span className={styles.url}>{place.url}</span>
      <IconButton icon={ArrowUpRight} label={t('linkOpen')} onClick={() => openLink(place.url)} />
      {readOnly ? null : (
        <>
          <IconButton
            icon={Pencil}
            label={t('linkEdit')}
            onClick={() => document.dispatchEvent(new CustomEvent('copydesk:link'))}
          />
          <IconButton
            icon={Unlink}
            label={t('linkRemove')}
            onClick={() => {
              session.run({ kind: 'link', url: null });
              core.editor.focus();
            }}
          />
        </>
      )}
    </div>
  );
}

const isInBody = ({ editor }: Core): boolean => editor.getRootElement() === document.activeElement;

/** Below the link's last line, within the column; a few pixels from the left edge of the body's frame. */
function placeOf({ editor }: Core): Place | null {
  if (editor.isComposing()) return null;
  const found = editor.read('latest', () => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    const link = $linkAround(selection.anchor.getNode());
    return link && { key: link.getKey(), url: link.getURL() };
  });
  const line = found && [...(editor.getElementByKey(found.key)?.getClientRects() ?? [])].at(-1);
  const frame = editor.getRootElement()?.parentElement?.getBoundingClientRect();
  if (!found || !line || !frame) return null;
  const left = Math.max(0, Math.min(line.left - frame.left, frame.width - WIDTH));
  return { ...found, top: Math.round(line.bottom - frame.top + 4), left: Math.round(left) };
}

/** As link.module.css has it at most, in pixels. */
const WIDTH = 380;
