import type { NodeKey } from 'lexical';
import type { ErrorCode, Handoff, OpenedStory, PhotoInfo, Result } from '../../preload/contract.ts';
import type { Change } from '../../story/journal.ts';
import type { Anchor, FieldName, Format, Language, Story, Thread } from '../../story/model.ts';
import type { Counts } from '../../story/text/counts.ts';
import type { Mode } from './suggest/mode.ts';

/** What the status line says. Never "saved" before the store has acknowledged. */
export type SaveState =
  | { kind: 'saved'; at: string | null }
  /** Typed, not yet acknowledged. */
  | { kind: 'saving' }
  /** Not acknowledged for 3 s. `since` in epoch milliseconds. */
  | { kind: 'slow'; since: number }
  /** The store refused; typing goes on in memory, and it is tried again. */
  | { kind: 'failed'; code: ErrorCode; since: number };

export type SessionEvent =
  | 'save'
  | 'fields'
  | 'body'
  | 'threads'
  | 'suggestions'
  | 'language'
  | 'status'
  | 'selection'
  | 'controls'
  | 'mode'
  /** An edit could not be suggested, and was taken back. */
  | 'refused';
/** Why a flush happens; the last four end a running composition first (by blur). */
export type FlushReason = 'quiet' | 'blur' | 'hidden' | 'switch' | 'close' | 'publish' | 'handoff';
/** Blocks that are put in, and not made of a paragraph. */
export type InsertableBlock = 'divider' | 'table';
export type EditCommand =
  | { kind: 'insert'; block: InsertableBlock }
  /** A card of what is at an address (see embedAddress); null asks for it. */
  | { kind: 'embed'; url: string | null }
  | { kind: 'undo' | 'redo' | 'paragraph' | 'bullet' | 'number' | 'quote' | 'pullquote' | 'attribution' }
  | { kind: Format | 'check' }
  /** The selected blocks, past what stands above or below them. */
  | { kind: 'move'; to: 'up' | 'down' }
  | { kind: 'duplicate' }
  /** In a fact box, or out of it. */
  | { kind: 'box' }
  | { kind: 'heading'; level: 2 | 3 }
  /** null removes the link. Only http, https and mailto are taken. */
  | { kind: 'link'; url: string | null };

export type MergeReport = { conflicts: number; changedBlocks: number };

/** One open story: the only owner of its text in the window. */
export interface StorySession {
  readonly storyId: string;
  /** It cannot be edited, or is only being read. */
  readonly readOnly: boolean;
  readonly mode: Mode;
  setMode(mode: Mode): void;
  /** How many edits could not be made into suggestions, and were taken back. */
  unhandled(): number;
  readonly problem: OpenedStory['problem'];
  /** The story as it stands, what is not yet saved included. */
  story(): Story;
  /** Last acknowledged sequence number. */
  seq(): number;
  saveState(): SaveState;
  /** Returns its own undo. */
  subscribe(listener: (event: SessionEvent) => void): () => void;

  setField(name: FieldName, value: string): void;
  setLanguage(language: Language): void;
  /** Where it stands, and what the desk agreed on. */
  setWork(work: Partial<Pick<Story, 'status' | 'approval' | 'desk'>>): void;
  setThread(id: string, thread: Thread | null): void;
  /**
   * Replaces the whole story with `next` by its differences: unchanged blocks, the caret and undo stay. `isEdit`: as
   * somebody's edit, which in suggest mode becomes suggestions; without it `next` is taken with the suggestions it has (a
   * decision, a merge).
   */
  apply(next: Story, how?: { isEdit?: boolean }): void;
  /** Three-way merge of a hand-off into the story as it stands now. */
  merge(handoff: Handoff): MergeReport;

  run(command: EditCommand): void;
  /** Marks and block kind under the caret, for the toolbar. */
  selectionState(): {
    formats: (Format | 'check')[];
    link: string | null;
    block: string;
    box: boolean;
    hasText: boolean;
  };
  /** Words and characters of what is selected in the body or a field; null: nothing is. */
  selectedCounts(): Counts | null;
  /** A figure behind the block of that node, or the caret’s (at the end without a caret). `alt`: where the photo has none. */
  insertPhoto(photo: PhotoInfo, behind?: NodeKey | null, alt?: string): void;
  /** What a comment made now would be about: the selected words in the body or a field, or null. */
  commentTarget(): { anchor: Anchor; words: string } | null;
  /** Makes a thread on that target, marking the words. Returns its id, or null where nothing is selected. */
  addComment(text: string, by: { name: string; fingerprint: string }): string | null;
  /** Scrolls to and selects what the thread is about. */
  reveal(threadId: string): void;

  /** Acknowledged when it resolves ok: nothing typed before the call is missing on disk. */
  flush(reason: FlushReason): Promise<Result<{ seq: number }>>;
  /** Flushes, checkpoints, lets go of the editor. Where something typed cannot be saved: the failure, and it lives on. */
  dispose(): Promise<Result<null>>;
}

/** The calls a session makes; api.ts satisfies it, tests give a real store. */
export type SessionApi = {
  append(id: string, expectedSeq: number, change: Change): Promise<Result<{ seq: number; at: string }>>;
  checkpoint(id: string): Promise<Result<null>>;
};
