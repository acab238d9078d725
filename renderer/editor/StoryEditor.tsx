import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldName } from '../../story/model.ts';
import { filesOf } from '../media/import/dropped.ts';
import { Typed } from '../types/Typed.tsx';
import { useSession } from '../useSession.ts';
import { Body } from './Body.tsx';
import { registerClickBelow } from './clickBelow.ts';
import { coreOf } from './core.ts';
import { caretToPoint, composeDrops, draggedPhotos, hasFiles, PHOTOS_TYPE, refuseOtherDrops } from './drop.ts';
import { FieldCount } from './FieldCount.tsx';
import styles from './page.module.css';
import { PhotoEditing } from './photo/PhotoEditing.tsx';
import { StoryField } from './StoryField.tsx';
import { SpellCheck } from './spelling/SpellCheck.tsx';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';
import { registerFieldTyping } from './typing/fields.ts';
import { useView } from './view/useView.ts';

type Props = {
  session: StorySession;
  /** Files dropped or pasted: import them, then `session.insertPhoto` each. `behind` is the block they were dropped at. */
  onDropPhotos?: (files: File[], behind: string | null) => void;
  /** Photos of the library, by their hashes, dropped where the caret is now. */
  onDropKnown?: (hashes: string[]) => void;
  /** Asks for a photo, and puts it where the caret is. Without it the text offers none. */
  onInsertPhoto?: () => void;
  /** Begins a comment on what is selected. Without it there is no button for it at the words. */
  onComment?: () => void;
  /** What else lies in the page. */
  children?: ReactNode;
};

/** The story as a page: kicker, headline, standfirst, place and date, body, byline, closing mark. Key it by the story's id. */
export function StoryEditor({ session, onDropPhotos, onDropKnown, onInsertPhoto, onComment, children }: Props) {
  const t = useTexts();
  const core = coreOf(session);
  const page = useRef<HTMLElement>(null);
  const language = useSession(session, ['language'], (now) => now.story().language);
  const shown = useView(session, page);
  const [readOnly, setReadOnly] = useState(session.readOnly);

  useEffect(
    () => session.subscribe((event) => (event === 'save' || event === 'mode') && setReadOnly(session.readOnly)),
    [session],
  );
  useEffect(refuseOtherDrops, []);
  useEffect(composeDrops, []);
  useEffect(() => {
    const element = page.current;
    if (!element) return;
    const inControl = (event: Event) => event.target instanceof HTMLTextAreaElement;
    const begin = (event: Event) => {
      if (inControl(event)) core.composing = true;
    };
    const end = (event: Event) => {
      if (inControl(event)) core.composing = false;
    };
    const leave = () => void session.flush('blur');
    element.addEventListener('compositionstart', begin, true);
    element.addEventListener('compositionend', end, true);
    element.addEventListener('focusout', leave);
    const stopTyping = registerFieldTyping(core);
    const stopClicks = registerClickBelow(core.editor, element);
    return () => {
      stopClicks();
      stopTyping();
      element.removeEventListener('compositionstart', begin, true);
      element.removeEventListener('compositionend', end, true);
      element.removeEventListener('focusout', leave);
      core.composing = false;
    };
  }, [session, core]);

  const over = (event: DragEvent) => {
    const isOurs = event.dataTransfer.types.includes(PHOTOS_TYPE) ? onDropKnown : hasFiles(event) && onDropPhotos;
    if (readOnly || !isOurs) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const drop = (event: DragEvent) => {
    const known = draggedPhotos(event.dataTransfer);
    if (!known && !hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation(); // Lexical would handle the files a second time
    if (readOnly) return;
    const behind = caretToPoint(core.editor, event.clientX, event.clientY);
    if (known) onDropKnown?.(known);
    else if (onDropPhotos) void filesOf(event.dataTransfer).then((files) => onDropPhotos(files, behind));
  };
  const props = { session };

  return (
    <article
      ref={page}
      className={styles.page}
      data-page
      {...shown}
      lang={language}
      aria-label={t('page')}
      onDragOverCapture={over}
      onDropCapture={drop}
    >
      <Shown {...props} name="kicker" />
      <Counted {...props} name="headline" />
      <Counted {...props} name="standfirst" />
      <div className={styles.dateline}>
        <Shown {...props} name="place" />
        <Shown {...props} name="date" />
      </div>
      <Body
        session={session}
        readOnly={readOnly}
        onPastePhotos={(files) => onDropPhotos?.(files, null)}
        onInsertPhoto={onInsertPhoto}
        onComment={onComment}
      />
      <div className={styles.signature}>
        <Shown {...props} name="byline" />
        <Shown {...props} name="closingMark" />
      </div>
      <SpellCheck session={session} />
      <PhotoEditing session={session} />
      {children}
    </article>
  );
}

/** A field of the page, where the story's type has it. */
function Shown({ session, name }: { session: StorySession; name: FieldName }) {
  return (
    <Typed session={session} name={name}>
      <StoryField session={session} name={name} />
    </Typed>
  );
}

/** A field of the page that has a limit: its length shows while somebody is in it, and as long as it is too long. */
function Counted({ session, name }: { session: StorySession; name: FieldName }) {
  return (
    <Typed session={session} name={name}>
      <div className={styles.counted}>
        <StoryField session={session} name={name} />
        <FieldCount session={session} name={name} className={styles.fieldCount} />
      </div>
    </Typed>
  );
}
