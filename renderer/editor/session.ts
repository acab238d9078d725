import { defineExtension } from 'lexical';
import type { Handoff, OpenedStory, Result } from '../../preload/contract.ts';
import { changeBetween, isUntouched, nothingTouched, touchMore } from '../../story/changes.ts';
import { $storyToLexical, createStoryEditor } from '../../story/document.ts';
import { applyChange, diffStories, isEmptyChange } from '../../story/journal.ts';
import type { FieldName, Story, Suggestion } from '../../story/model.ts';
import type { Reviewer } from '../../story/review/approval.ts';
import { mergeStories } from '../../story/review/merge.ts';
import { trackField } from '../../story/review/suggest/fields.ts';
import { AnnounceExtension } from './announce.ts';
import { applyToEditor } from './apply.ts';
import { createAutosave } from './autosave.ts';
import { BurstsExtension } from './bursts.ts';
import { CaretBackExtension } from './caretBack.ts';
import { CaretInTimeExtension } from './caretInTime.ts';
import { runCommand, selectionStateOf } from './commands.ts';
import { commentTargetOf, makeThread, revealThread, unmarkThread } from './comments.ts';
import { type Core, keepCore } from './core.ts';
import { EmbedPasteExtension } from './embed/paste.ts';
import { insertPhotosInto } from './figures.ts';
import { GroupedExtension } from './grouped.ts';
import { KeysExtension } from './keys.ts';
import { endComposition, watchLeaving } from './leaving.ts';
import { LinksExtension } from './link/extension.ts';
import { createMirror } from './mirror.ts';
import { PageSelectionExtension } from './pageSelection.ts';
import { pasteExtension } from './paste.ts';
import { selectedCounts } from './selected.ts';
import { SelectedSolidExtension } from './selectedSolid.ts';
import { createSolidTexts } from './solidTexts.ts';
import { type Mode, rememberedMode, rememberMode } from './suggest/mode.ts';
import { trackerOf, trackingExtension, UNTRACKED_TAG } from './suggest/tracking.ts';
import type { FlushReason, SessionApi, SessionEvent, StorySession } from './types.ts';
import { bodyTypingExtension } from './typing/body.ts';
import { createMemory } from './typing/memory.ts';

/** Switching, closing, publishing and handing off want the text finished; autosave takes it as it stands. */
const ENDS_COMPOSITION: readonly FlushReason[] = ['switch', 'close', 'publish', 'handoff'];

const NOBODY: Reviewer = { name: '', fingerprint: '' };

/**
 * Opens a story for editing. `api` is how it is saved, `person` who suggests; the editor gets its page from StoryEditor.
 */
export function openSession(opened: OpenedStory, api: SessionApi, person: () => Reviewer = () => NOBODY): StorySession {
  const storyId = opened.story.id;
  let readOnly = opened.readOnly;
  /** As acknowledged, as it stands, and what may differ between the two. */
  let saved: Story = opened.story;
  let current: Story = opened.story;
  let touched = nothingTouched();
  let seq = opened.seq;

  const listeners = new Set<(event: SessionEvent) => void>();
  const emit = (event: SessionEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  let mode: Mode = rememberedMode(storyId) ?? 'edit';
  let unhandled = 0;
  const isSuggesting = () => mode === 'suggest' && !readOnly;
  const hasSuggestions = () => {
    for (const _ in current.suggestions) return true;
    return false;
  };
  const addSuggestions = (more: Record<string, Suggestion | null>) => {
    const known = Object.entries({ ...current.suggestions, ...more }).filter(([, one]) => one !== null);
    current = { ...current, suggestions: Object.fromEntries(known) as Story['suggestions'] };
    touched.suggestions = true;
    queueMicrotask(() => emit('suggestions'));
  };

  const memory = createMemory();
  const editor = createStoryEditor(
    KeysExtension,
    CaretBackExtension,
    CaretInTimeExtension,
    BurstsExtension,
    SelectedSolidExtension,
    PageSelectionExtension,
    EmbedPasteExtension,
    AnnounceExtension,
    LinksExtension,
    GroupedExtension,
    pasteExtension(() => current),
    bodyTypingExtension(() => current.language, memory),
    trackingExtension({
      isOn: () => isSuggesting() || hasSuggestions(),
      isSuggesting,
      by: person,
      known: () => current.suggestions,
      add: addSuggestions,
      refused(error) {
        unhandled += 1;
        reportError(error);
        queueMicrotask(() => emit('refused'));
      },
    }),
    defineExtension({
      name: 'copydesk/session',
      // Lexical has elements of its own for the other formats.
      theme: {
        text: {
          underline: 'underline',
          strikethrough: 'strike',
          underlineStrikethrough: 'underline strike',
        },
      },
      editable: !readOnly && mode !== 'read',
      // Lexical has put the state before the failed update back; the error must not be silent.
      onError: (error) => reportError(error),
    }),
  );
  editor.update(() => $storyToLexical(opened.story.body), { discrete: true, tag: ['history-merge', UNTRACKED_TAG] });
  const mirror = createMirror(editor);
  // Where the editor had to put the body into its own form, that is written with the first edit, not before.
  const loaded = diffStories(opened.story, { ...opened.story, body: mirror.body() });
  const atFirstEdit = nothingTouched();
  for (const block of loaded.blocks ?? []) atFirstEdit.blocks.add(block.id);
  atFirstEdit.order = Boolean(loaded.placed ?? loaded.removed);

  /** Whether `current` has what an input method composes as suggestions, which the editor has not yet. */
  let isComposed = false;
  /** Reads what was typed into `current`. */
  const refresh = (): Story => {
    const more = mirror.refresh();
    if (more.order || more.blocks.size > 0) {
      touchMore(touched, more);
      queueMicrotask(() => emit('body'));
    }
    const composed = trackerOf(editor)?.composed(mirror.body());
    if (composed) addSuggestions(composed.suggestions);
    const body = composed?.body ?? mirror.body();
    if (composed || isComposed) {
      for (const block of [...body, ...current.body]) touched.blocks.add(block.id);
      touched.order = true;
    }
    isComposed = Boolean(composed);
    if (current.body !== body) current = { ...current, body };
    return current;
  };

  const autosave = createAutosave({
    savedAt: null,
    onState: () => emit('save'),
    onFinal: () => {
      readOnly = true;
      editor.setEditable(false);
    },
    save: async () => {
      refresh();
      if (isUntouched(touched)) return null;
      touchMore(touched, atFirstEdit);
      const change = changeBetween(saved, current, touched);
      const taken = touched;
      touched = nothingTouched();
      if (isEmptyChange(change)) return null;
      const result: Result<{ seq: number; at: string }> = await api
        .append(storyId, seq, change)
        .catch((error) => ({ ok: false, code: 'internal', detail: String(error) }));
      if (result.ok) {
        saved = applyChange(saved, change);
        seq = result.value.seq;
      } else touchMore(touched, taken);
      return result;
    },
  });

  const stopNoting = editor.registerUpdateListener((update) => {
    mirror.note(update);
    const edited = update.dirtyElements.size > 0 || update.dirtyLeaves.size > 0;
    if (edited) autosave.touch();
    if (edited || update.editorState._selection !== update.prevEditorState._selection) emit('selection');
  });

  const core: Core = {
    editor,
    story: refresh,
    language: () => current.language,
    threads: () => current.threads,
    suggestions: () => current.suggestions,
    emit,
    texts: createSolidTexts(editor, () => core.correcting),
    controls: new Map(),
    lastPlace: null,
    composing: false,
    correcting: false,
    memory,
  };

  /** Changes something outside the body. */
  const edit = (change: () => SessionEvent): void => {
    if (readOnly) return;
    const event = change();
    autosave.touch();
    emit(event);
  };

  const flush = async (reason: FlushReason): Promise<Result<{ seq: number }>> => {
    if (ENDS_COMPOSITION.includes(reason)) endComposition(core);
    editor.read(() => {}); // commits what is pending, so that it counts as edited
    const result = await autosave.flush();
    return result.ok ? { ok: true, value: { seq } } : result;
  };
  const unsaved = (): boolean => {
    editor.read(() => {});
    return autosave.state().kind !== 'saved';
  };
  const stopWatching = watchLeaving((reason) => void flush(reason));

  const session: StorySession = {
    storyId,
    get readOnly() {
      return readOnly || mode === 'read';
    },
    get mode() {
      return mode;
    },
    setMode(next) {
      if (next === mode) return;
      endComposition(core);
      refresh();
      mode = next;
      rememberMode(storyId, next);
      editor.setEditable(!session.readOnly);
      emit('mode');
    },
    unhandled: () => unhandled,
    problem: opened.problem,
    story: refresh,
    seq: () => seq,
    saveState: () => autosave.state(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setField: (name: FieldName, value) =>
      edit(() => {
        if (mode === 'read') return 'fields';
        if (isSuggesting()) {
          const changed = trackField(current, name, value, { ...person(), at: new Date().toISOString() });
          if (Object.keys(changed).length > 0) addSuggestions(changed);
        }
        current = { ...current, fields: { ...current.fields, [name]: value } };
        touched.fields.add(name);
        return 'fields';
      }),
    setLanguage: (language) =>
      edit(() => {
        current = { ...current, language };
        touched.language = true;
        return 'language';
      }),
    setWork: (work) =>
      edit(() => {
        current = { ...current, ...work };
        touched.status = true;
        return 'status';
      }),
    setThread: (id, thread) =>
      edit(() => {
        const { [id]: _, ...others } = current.threads;
        current = { ...current, threads: thread ? { ...others, [id]: thread } : others };
        touched.threads.add(id);
        if (thread === null) unmarkThread(core, id);
        return 'threads';
      }),
    apply(next, { isEdit = false } = {}) {
      if (readOnly) return;
      const change = diffStories(refresh(), next);
      const asSuggestions = isEdit && isSuggesting();
      applyToEditor(editor, change, next.body, asSuggestions ? [] : [UNTRACKED_TAG]);
      refresh();
      const { language, threads, status, approval, desk } = next;
      current = { ...current, language, threads, status, approval, desk };
      if (asSuggestions)
        for (const [name, value] of Object.entries(change.fields ?? {})) session.setField(name as FieldName, value);
      else current = { ...current, fields: next.fields, suggestions: next.suggestions };
      for (const name of Object.keys(change.fields ?? {})) touched.fields.add(name as FieldName);
      for (const id of Object.keys(change.threads ?? {})) touched.threads.add(id);
      if (change.suggestions) touched.suggestions = true;
      if (change.language !== undefined) touched.language = true;
      if (change.status !== undefined || change.approval !== undefined || change.desk) touched.status = true;
      if (!isEmptyChange(change)) autosave.touch();
      for (const event of ['fields', 'threads', 'suggestions', 'language', 'status'] as const) emit(event);
    },
    merge({ base, theirs, from }: Handoff) {
      const info = { theirName: from.name, at: new Date().toISOString() };
      const { story, conflicts, changedBlocks } = mergeStories(base, refresh(), theirs, info);
      session.apply(story);
      return { conflicts: conflicts.length, changedBlocks };
    },
    run: (command) => runCommand(editor, command),
    selectionState: () => selectionStateOf(editor),
    selectedCounts: () => selectedCounts(core),
    insertPhoto(photo, behind, alt) {
      if (!readOnly) insertPhotosInto(core, [photo], behind, alt);
    },
    commentTarget: () => commentTargetOf(core),
    addComment(text, by) {
      const thread = readOnly ? null : makeThread(core, text, by);
      if (thread) session.setThread(thread.id, thread);
      return thread?.id ?? null;
    },
    reveal: (threadId) => revealThread(core, threadId),
    flush,
    async dispose() {
      let flushed = await flush('close');
      if (flushed.ok) await api.checkpoint(storyId).catch(() => undefined);
      // What is typed meanwhile is not left behind.
      while (flushed.ok && unsaved()) flushed = await flush('close');
      if (!flushed.ok) return flushed;
      autosave.stop();
      stopWatching();
      stopNoting();
      listeners.clear();
      editor.dispose();
      return { ok: true, value: null };
    },
  };
  keepCore(session, core);
  return session;
}
