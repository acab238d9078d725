// Every call and event between the window and main. The window is treated as hostile: main parses each input here.
import type { z } from '../story/zod.ts';
import { appCalls, type Prefs } from './contract/app.ts';
import { backupCalls, type Work } from './contract/backup.ts';
import { channelCalls } from './contract/channel.ts';
import type { Command } from './contract/commands.ts';
import { destinationCalls } from './contract/destinations.ts';
import { draftCalls } from './contract/draft.ts';
import { findCalls } from './contract/find.ts';
import { type Health, healthCalls } from './contract/health.ts';
import { historyCalls } from './contract/history.ts';
import { libraryCalls } from './contract/library.ts';
import { linkCalls } from './contract/links.ts';
import { networkCalls } from './contract/network.ts';
import { pasteCalls } from './contract/pastes.ts';
import { photoFindCalls } from './contract/photoFind.ts';
import { photoCalls } from './contract/photos.ts';
import { type Job, publishCalls, type Receipt } from './contract/publish.ts';
import { receiptCalls } from './contract/receipts.ts';
import { recoveryCalls } from './contract/recovery.ts';
import { reviewCalls } from './contract/review.ts';
import { settingsFileCalls } from './contract/settingsFile.ts';
import { shelfCalls } from './contract/shelf.ts';
import { styleCalls } from './contract/style.ts';
import { templateCalls } from './contract/templates.ts';
import { typeCalls } from './contract/types.ts';
import { wordCalls } from './contract/words.ts';

export * from './contract/app.ts';
export * from './contract/backup.ts';
export * from './contract/channel.ts';
export * from './contract/codes.ts';
export * from './contract/commands.ts';
export * from './contract/destinations.ts';
export * from './contract/draft.ts';
export * from './contract/find.ts';
export * from './contract/health.ts';
export * from './contract/history.ts';
export * from './contract/library.ts';
export * from './contract/links.ts';
export * from './contract/network.ts';
export * from './contract/pastes.ts';
export * from './contract/photoFind.ts';
export * from './contract/photos.ts';
export * from './contract/publish.ts';
export * from './contract/receipts.ts';
export * from './contract/recovery.ts';
export * from './contract/review.ts';
export * from './contract/settingsFile.ts';
export * from './contract/shelf.ts';
export * from './contract/style.ts';
export * from './contract/templates.ts';
export * from './contract/types.ts';
export * from './contract/words.ts';

/** Every call, by room: its input, its output, and the most bytes its input may have. */
export const calls = {
  ...appCalls,
  ...healthCalls,
  ...libraryCalls,
  ...draftCalls,
  ...findCalls,
  ...historyCalls,
  ...linkCalls,
  ...networkCalls,
  ...photoCalls,
  ...photoFindCalls,
  ...destinationCalls,
  ...publishCalls,
  ...receiptCalls,
  ...recoveryCalls,
  ...reviewCalls,
  ...channelCalls,
  ...settingsFileCalls,
  ...shelfCalls,
  ...pasteCalls,
  ...styleCalls,
  ...templateCalls,
  ...typeCalls,
  ...wordCalls,
  ...backupCalls,
} as const;
export type CallName = keyof typeof calls;
export type CallInput<K extends CallName> = z.input<(typeof calls)[K]['input']>;
export type CallOutput<K extends CallName> = z.output<(typeof calls)[K]['output']>;

/** Every event from main to the window. */
export type Events = {
  'job.changed': Job;
  'receipt.made': Receipt;
  'library.changed': { storyId: string | null };
  /** The newsroom's story types: call type.list again. */
  'types.changed': Record<string, never>;
  /** The words the newsroom has learnt: call word.list again. */
  'words.changed': Record<string, never>;
  /** The house style: call style.list again. */
  'style.changed': Record<string, never>;
  /** What is known of a photo changed: call photo.get again. */
  'photo.changed': { hash: string };
  /** A photo that was taken in cannot be drawn: its file is damaged inside. */
  'photo.broken': { name: string };
  'online.changed': { online: boolean };
  'health.changed': Health;
  /** Preferences changed, in this window or in another one. */
  'prefs.changed': Prefs;
  /** Something unusual was found: call recovery.report. */
  'recovery.changed': Record<string, never>;
  command: { command: Command };
  /** A `.copydesk` file was opened from outside: call review.receive with `pending: true`. */
  'handoff.pending': Record<string, never>;
  /** What lies in the shared folder: call channel.state again. */
  'channel.changed': Record<string, never>;
  /** Long work on the whole library goes on, or (null) has ended. */
  'backup.work': { work: Work | null };
  /** The plan, the last backup or the notice: read backup.state again. */
  'backup.changed': Record<string, never>;
  'close.requested': Record<string, never>;
  /** Another window wants this story: save it, let it go, and answer with `window.answer`. */
  'story.wanted': { question: number; storyId: string };
  /** The library is about to be closed: save the story, let it go, and answer with `window.answer`. */
  'library.closing': { question: number };
};
export type EventName = keyof Events;

/** The one object the preload puts on `window`. */
export type Bridge = {
  /** Resolves with a Result of the call's output; never rejects for an expected failure. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Takes a dropped file in as a photo, by its place on the disk: the Result of `photo.file`. null: it has none (made by a page). */
  takeFile(file: File): Promise<unknown>;
  /** A dropped `.copydesk` file waits from now on, and `handoff.pending` tells of it. null: it has no place on the disk. */
  openHandoff(file: File): Promise<unknown>;
  /** Returns its own undo. */
  on(listener: (name: string, payload: unknown) => void): () => void;
};
/** The two raw channels. */
export const CHANNEL = { call: 'copydesk:call', event: 'copydesk:event' } as const;
