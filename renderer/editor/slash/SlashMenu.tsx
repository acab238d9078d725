import { $getNodeByKey, $isParagraphNode, HISTORY_PUSH_TAG } from 'lexical';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { isMac, keysOf, shortcuts, shortcutText } from '../../commands.ts';
import { createStore, useStore } from '../../store.ts';
import { coreOf } from '../core.ts';
import { endComposition } from '../leaving.ts';
import { placeList } from '../listPlace.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { offersFor } from './offers.ts';
import styles from './slash.module.css';
import { type Open, registerSlash } from './slash.ts';

type Props = { session: StorySession /** Without it no photo is offered. */; onInsertPhoto?: (() => void) | undefined };

/** The list of blocks that "/" opens. The focus stays in the text, which says what is marked. It renders only while it is open. */
export function SlashMenu({ session, onInsertPhoto }: Props) {
  const t = useTexts();
  const own = useStore(shortcuts);
  const core = coreOf(session);
  const { editor } = core;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [list] = useState(() => createStore<Open | null>(null));
  const open = useStore(list);
  const photo = useRef(onInsertPhoto);
  photo.current = onInsertPhoto;

  useEffect(
    () =>
      registerSlash(
        editor,
        list,
        (filter) => offersFor(filter, photo.current !== undefined),
        (chosen) => put(session, chosen, photo.current),
      ),
    [session, editor, list],
  );

  const key = open?.key;
  const marked = open ? `${id}${open.offers[open.at]?.name}` : null;
  useLayoutEffect(() => {
    if (key !== undefined && box.current)
      placeList(core.editor.getElementByKey(key)?.getBoundingClientRect(), box.current);
  }, [core, key]);
  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (!root || marked === null) return;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', marked);
    document.getElementById(marked)?.scrollIntoView({ block: 'nearest' });
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, marked]);

  if (!open) return null;
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      tabIndex={0}
      aria-label={t('slash')}
      className={styles.list}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      {open.offers.map(({ name, text, icon: Icon, shortcut }, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which has the keys
        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
        <div
          key={name}
          id={`${id}${name}`}
          role="option"
          aria-selected={at === open.at}
          className={styles.option}
          onMouseMove={() => at !== open.at && list.set({ ...open, at })}
          onClick={() => {
            endComposition(core);
            put(session, { ...open, at }, photo.current);
          }}
        >
          <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
          {t(text)}
          {shortcut ? <kbd className={styles.keys}>{shortcutText(keysOf(shortcut, own, isMac()), isMac())}</kbd> : null}
        </div>
      ))}
    </div>
  );
}

/** Takes "/" and the filter away and puts the block there, in one step of undo. */
function put(session: StorySession, { key, offers, at }: Open, choosePhoto: (() => void) | undefined): void {
  const offer = offers[at];
  if (!offer) return;
  coreOf(session).editor.update(
    () => {
      const paragraph = $getNodeByKey(key);
      if (!$isParagraphNode(paragraph)) return;
      paragraph.clear().select();
      if (offer.command) session.run(offer.command);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  if (!offer.command) choosePhoto?.();
}
