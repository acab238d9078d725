import { $getNodeByKey, $isParagraphNode, HISTORY_PUSH_TAG } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { isMac, keysOf, shortcuts, shortcutText } from '../../commands.ts';
import { createStore, useStore } from '../../store.ts';
import { coreOf } from '../core.ts';
import { endComposition } from '../leaving.ts';
import { OptionList } from '../OptionList.tsx';
import styles from '../optionList.module.css';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { offersFor } from './offers.ts';
import { type Open, registerSlash } from './slash.ts';

type Props = { session: StorySession /** Without it no photo is offered. */; onInsertPhoto?: (() => void) | undefined };

/** The list of blocks that "/" opens. The focus stays in the text, which says what is marked. It renders only while it is open. */
export function SlashMenu({ session, onInsertPhoto }: Props) {
  const t = useTexts();
  const own = useStore(shortcuts);
  const core = coreOf(session);
  const { editor } = core;
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

  if (!open) return null;
  const { key, offers, at } = open;
  return (
    <OptionList
      label={t('slash')}
      owner={editor.getRootElement()}
      under={editor.getElementByKey(key)}
      at={at}
      onMark={(marked) => list.set({ ...open, at: marked })}
      onTake={(taken) => {
        endComposition(core);
        put(session, { ...open, at: taken }, photo.current);
      }}
      options={offers.map(({ name, text, icon: Icon, shortcut }) => ({
        name,
        content: (
          <>
            <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
            {t(text)}
            {shortcut ? (
              <kbd className={styles.keys}>{shortcutText(keysOf(shortcut, own, isMac()), isMac())}</kbd>
            ) : null}
          </>
        ),
      }))}
    />
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
