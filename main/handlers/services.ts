import type { Command, ErrorCode, Failure, Look, Prefs, Result, WindowRole } from '../../preload/contract.ts';
import type { Backups } from '../backup/index.ts';
import type { Dialogs } from '../dialogs.ts';
import type { DraftRoom } from '../draft/index.ts';
import type { HealthWatch } from '../health/index.ts';
import type { Sheets } from '../media/import/sheets.ts';
import type { Media } from '../media/index.ts';
import type { openPerson } from '../person.ts';
import type { createAccounts } from '../publish/accounts.ts';
import type { LinkChecker } from '../publish/links.ts';
import type { Authorities } from '../publish/network/authorities.ts';
import type { RequestLog } from '../publish/network/log.ts';
import type { createOutbox } from '../publish/outbox.ts';
import type { ChannelRoom } from '../review/channel/index.ts';
import type { Review } from '../review/index.ts';
import type { Secrets } from '../secrets.ts';
import type { SettingsRoom } from '../settings/index.ts';
import type { Store } from '../store/api.ts';
import type { StyleRoom } from '../style/index.ts';
import type { TemplateRoom } from '../templates/index.ts';
import type { Texts } from '../texts.ts';
import type { TypeRoom } from '../types/index.ts';
import type { WordRoom } from '../words/index.ts';

/** What the handlers work with: main's rooms, and the shell as plain functions. */
export type Services = {
  store: Store;
  health: HealthWatch;
  media: Media;
  /** Files that are to be taken in. */
  sheets: Sheets;
  templates: TemplateRoom;
  types: TypeRoom;
  words: WordRoom;
  style: StyleRoom;
  person: Awaited<ReturnType<typeof openPerson>>;
  accounts: ReturnType<typeof createAccounts>;
  /** Hand-offs by `.copydesk` file. */
  review: Review;
  /** The shared folder by which they come. */
  channel: ChannelRoom;
  /** What the newsroom's computers have in common, as a file. */
  settings: SettingsRoom;
  outbox: ReturnType<typeof createOutbox>;
  /** What stands at a destination now: see main/publish/look.ts. */
  look(storyId: string, destinationId: string): Promise<Result<Look>>;
  backups: Backups;
  links: LinkChecker;
  network: { authorities: Authorities; log: RequestLog };
  drafts: DraftRoom;
  secrets: Secrets;
  dialogs: Dialogs;
  texts: Texts;
  prefs: { get(): Prefs; set(patch: Partial<Prefs>): Prefs };
  shell: {
    version: string;
    /** Where a hand-off is suggested to be saved. */
    documents: string;
    online(): boolean;
    openLink(url: string): Promise<boolean>;
    /** Opens a file with the program the person uses for it; '' or what went wrong. */
    openPath(path: string): Promise<string>;
    /** The next `.copydesk` file that was opened from outside; each once. */
    takePendingHandoff(): string | null;
    /** A `.copydesk` file is to be taken in as if it had been opened from outside. */
    openHandoff(file: string): void;
    /** The page listens by now, and has a story on it: it may hear of a file that waits. */
    pageReady(sender: unknown): void;
    prefsChanged(): void;
    libraryChanged(storyId: string | null): void;
    typesChanged(): void;
    wordsChanged(): void;
    styleChanged(): void;
    photoChanged(hash: string): void;
    channelChanged(): void;
    /** The page's answers when its window is to close. */
    closeReady(sender: unknown): void;
    closeRefused(sender: unknown): void;
    quit(): void;
    /** The program's windows; a `sender` is the WebContents of one. */
    windows: {
      role(sender: unknown): WindowRole;
      /** When the page before this one died, told once; epoch milliseconds. */
      crash(sender: unknown): number | null;
      openStory(storyId: string, sender: unknown): void;
      showDesk(command: Command | null): void;
      /** A story has one editing window at a time: `openElsewhere` where that is another. */
      hold(storyId: string, sender: unknown, take: boolean): Promise<Result<null>>;
      holds(storyId: string, sender: unknown): boolean;
      leave(storyId: string, sender: unknown): void;
      answer(sender: unknown, question: number, agrees: boolean): void;
    };
    /** See House.whileClosed. */
    withLibraryClosed(work: (folder: string) => Promise<Result<string>>): Promise<Result<null>>;
  };
  libraryProblem: ErrorCode | null;
};

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, detail?: string): Failure => ({ ok: false, code, ...(detail && { detail }) });
