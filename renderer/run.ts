import type { Command } from '../preload/contract.ts';
import type { LetterCase } from '../story/text/letterCase.ts';
import { newStory, openInWindow, saveNow, showTab } from './actions.ts';
import { call } from './api.ts';
import { sectionWanted } from './backup/backup.ts';
import type { CommandId } from './commands.ts';
import { withInspector, withLibrary } from './desk/layout.ts';
import { focusPane } from './desk/panes.ts';
import { toggleFocus, toggleOutline, toggleTypewriter, zoom } from './desk/view.ts';
import { type BodyCommand, editCommand, isBodyCommand } from './editor/commands.ts';
import { isBlockText } from './editor/controls.ts';
import { findAgain, openBar } from './editor/find/bar.ts';
import { changeCase } from './editor/letterCase.ts';
import { editPhotoHere } from './editor/photo/open.ts';
import type { Mode } from './editor/suggest/mode.ts';
import { keepTogether } from './editor/together.ts';
import type { StorySession } from './editor/types.ts';
import { openPast, toggleHistory } from './history/open.ts';
import { lookBack } from './history/state.ts';
import { t } from './i18n.ts';
import { openConversion } from './legacy/actions.ts';
import { isWide } from './library/library.ts';
import { closeWide, openInbox } from './library/open.ts';
import { openSheet } from './media/import/sheet.ts';
import { choosePhotos } from './media/import/take.ts';
import { closePhotos, photosOpen } from './media/library/state.ts';
import { openTable } from './media/table/open.ts';
import { togglePreview } from './preview/open.ts';
import { preview } from './preview/state.ts';
import { closeReceipts, receiptsOpen } from './receipts/state.ts';
import { decideHere, stepItem } from './review/list/step.ts';
import { receiveChosen } from './review/receive.ts';
import { send } from './review/send.ts';
import { duplicateStory, type Named, togglePin, trashStory } from './shelf/shelf.ts';
import { asHouse, stepSpelling } from './spelling/actions.ts';
import { comment, desk, dialog, isStoryWindow, layout, openInspector } from './state.ts';
import { stepStyle } from './style/step.ts';
import { openTemplates } from './templates/templates.ts';
import { notice } from './ui/toasts.tsx';

const named = (session: StorySession): Named => ({
  id: session.storyId,
  headline: session.story().fields.headline,
});

type Work = (session: StorySession) => unknown;

/** What needs an open story says so when there is none. */
const withStory = (work: Work) => (): void => {
  const session = desk.session();
  if (session) work(session);
  else notice(t('desk.openStoryFirst'));
};

/** What belongs to the desk: from a story's own window it comes forward, and does it. */
const atDesk = (command: Command | null, work: () => unknown) => (): unknown =>
  isStoryWindow() ? call('window.showDesk', { command }) : work();

const COMMANDS: Record<Exclude<CommandId, BodyCommand>, () => unknown> = {
  'story.new': newStory,
  'story.fromTemplate': openTemplates,
  'story.save': withStory(saveNow),
  'photo.choose': withStory(choosePhotos),
  'photo.folder': openSheet,
  'photo.edit': withStory((session) => editPhotoHere(session) || notice(t('desk.photoFirst'))),
  'photo.table': withStory(openTable),
  'preview.open': withStory(togglePreview),
  'publish.open': withStory(() => showTab('publish')),
  'review.open': withStory(() => showTab('review')),
  'review.send': withStory(send),
  'story.window': withStory((session) => openInWindow(session.storyId)),
  'story.pin': withStory((session) => togglePin(named(session))),
  'story.duplicate': withStory((session) => duplicateStory(named(session))),
  'story.trash': withStory((session) => trashStory(named(session))),
  'review.receive': atDesk('review.receive', receiveChosen),
  'review.arrived': atDesk('review.arrived', () => dialog.set('arrived')),
  'mode.edit': withStory((session) => setMode(session, 'edit')),
  'mode.suggest': withStory((session) => setMode(session, 'suggest')),
  'mode.read': withStory((session) => setMode(session, 'read')),
  'comment.add': withStory(wantComment),
  'suggest.next': withStory((session) => stepItem(session, 1)),
  'suggest.previous': withStory((session) => stepItem(session, -1)),
  'suggest.accept': withStory((session) => decideHere(session, true)),
  'suggest.reject': withStory((session) => decideHere(session, false)),
  'find.open': withStory((session) => openBar(session, 'find')),
  'find.replace': withStory((session) => openBar(session, 'replace')),
  'find.next': withStory((session) => findAgain(session, 1)),
  'find.previous': withStory((session) => findAgain(session, -1)),
  'spelling.next': withStory((session) => stepSpelling(session, 1)),
  'spelling.previous': withStory((session) => stepSpelling(session, -1)),
  'spelling.house': withStory(asHouse),
  'spaces.together': withStory(tieSpaces),
  'case.title': withStory((session) => writeInCase(session, 'title')),
  'case.sentence': withStory((session) => writeInCase(session, 'sentence')),
  'case.upper': withStory((session) => writeInCase(session, 'upper')),
  'case.lower': withStory((session) => writeInCase(session, 'lower')),
  'style.next': withStory((session) => stepStyle(session, 1)),
  'style.previous': withStory((session) => stepStyle(session, -1)),
  'legacy.convert': withStory(openConversion),
  'library.focus': atDesk('library.focus', focusSearch),
  'inbox.open': atDesk('inbox.open', openInbox),
  'library.open': atDesk('library.open', () => toggleOver('library')),
  'media.open': () => toggleOver('photos'),
  'receipts.open': () => toggleOver('receipts'),
  'library.toggle': atDesk(null, () => layout.set((now) => withLibrary(now, !now.library, window.innerWidth))),
  'outline.toggle': withStory(toggleOutline),
  'view.focus': withStory(toggleFocus),
  'view.typewriter': withStory(toggleTypewriter),
  'view.zoomIn': withStory(() => zoom(1)),
  'view.zoomOut': withStory(() => zoom(-1)),
  'view.zoomReset': withStory(() => zoom(0)),
  'inspector.toggle': () => layout.set((now) => withInspector(now, !now.inspector, window.innerWidth)),
  'pane.next': () => focusPane('next'),
  'pane.previous': () => focusPane('previous'),
  'backup.open': () => {
    sectionWanted.set(true);
    dialog.set('settings');
  },
  'settings.open': () => dialog.set('settings'),
  'keyboard.open': () => dialog.set('keyboard'),
  'palette.open': () => dialog.set('palette'),
  'history.open': withStory(toggleHistory),
  'history.paragraph': withStory(openPast),
  'format.link': withStory(() => document.dispatchEvent(new CustomEvent('copydesk:link'))),
  'edit.undo': withStory((session) => history(session, 'undo')),
  'edit.redo': withStory((session) => history(session, 'redo')),
};

/** What can be done while a story's versions stand over the desk; anything else goes back to the text first. */
const BESIDE_HISTORY: readonly CommandId[] = [
  'history.open',
  'palette.open',
  'settings.open',
  'keyboard.open',
  'story.save',
  'story.window',
  'pane.next',
  'pane.previous',
];

/** What can be done while the preview stands over the text: it follows what is changed beside it. */
const BESIDE_PREVIEW: readonly CommandId[] = [
  'preview.open',
  'palette.open',
  'settings.open',
  'keyboard.open',
  'story.save',
  'inspector.toggle',
  'publish.open',
  'review.open',
  'pane.next',
  'pane.previous',
];

/** Does a command, wherever it came from: the menu, a shortcut, the palette, a button. */
export function run(id: CommandId): void {
  if (!BESIDE_HISTORY.includes(id)) lookBack.set(null);
  if (!BESIDE_PREVIEW.includes(id)) preview.set(null);
  if (isBodyCommand(id))
    withStory((session) => (inControl() ? notice(t('desk.bodyFirst')) : session.run(editCommand(id))))();
  else void COMMANDS[id]();
}

/** In a text field: the body's selection is not what is meant. */
const inControl = (): boolean =>
  document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;

/** A field undoes itself, and there is no other way to its own history than the browser's command; a photo's texts do not. */
function history(session: StorySession, kind: 'undo' | 'redo'): void {
  const active = document.activeElement;
  const inField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  if (inField && !isBlockText(active)) document.execCommand(kind);
  else session.run({ kind });
}

/** Says it, since the switch may be out of sight. */
function setMode(session: StorySession, mode: Mode): void {
  session.setMode(mode);
  notice(t(`suggest.begun.${mode}`));
}

/** Says why nothing was done. */
function writeInCase(session: StorySession, to: LetterCase): void {
  const done = changeCase(session, to);
  if (done === 'select') notice(t('desk.selectForCase'));
  else if (done === 'nothing') notice(t('desk.caseAlready'));
}

function tieSpaces(session: StorySession): void {
  const done = keepTogether(session);
  if (done) notice(done.all === 0 ? t('desk.togetherAlready') : t('desk.together', { count: done.all }));
}

const OVER = {
  library: { isOpen: isWide, close: closeWide },
  photos: { isOpen: photosOpen, close: closePhotos },
  receipts: { isOpen: receiptsOpen, close: closeReceipts },
};

/** What lies over the story lies there alone. */
function toggleOver(which: keyof typeof OVER): void {
  const { isOpen, close } = OVER[which];
  if (isOpen.get()) {
    close();
    return;
  }
  for (const other of Object.values(OVER)) other.isOpen.set(false);
  isOpen.set(true);
}

function focusSearch(): void {
  if (!isWide.get()) layout.set((now) => withLibrary(now, true, window.innerWidth));
  requestAnimationFrame(() => document.getElementById('library-search')?.focus());
}

function wantComment(session: StorySession): void {
  const target = session.commentTarget();
  if (target) {
    openInspector('review');
    comment.set({ storyId: session.storyId, words: target.words });
  } else notice(t('desk.selectFirst'));
}
