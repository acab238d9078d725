import type { Handlers } from '../ipc.ts';
import type { AppCall } from './app.ts';
import { backupHandlers } from './backup.ts';
import { channelHandlers } from './channel.ts';
import { draftHandlers } from './draft.ts';
import { findHandlers } from './find.ts';
import { historyHandlers } from './history.ts';
import { libraryHandlers } from './library.ts';
import { linkHandlers } from './links.ts';
import { networkHandlers } from './network.ts';
import { pasteHandlers } from './pastes.ts';
import { photoHandlers } from './photos.ts';
import { publishHandlers } from './publish.ts';
import { receiptHandlers } from './receipts.ts';
import { recoveryHandlers } from './recovery.ts';
import { reviewHandlers } from './review.ts';
import type { Services } from './services.ts';
import { settingsHandlers } from './settings.ts';
import { settingsFileHandlers } from './settingsFile.ts';
import { shelfHandlers } from './shelf.ts';
import { styleHandlers } from './style.ts';
import { templateHandlers } from './templates.ts';
import { typeHandlers } from './types.ts';
import { typingHandlers } from './typing.ts';
import { wordHandlers } from './words.ts';

export type LibraryHandlers = Omit<Handlers, AppCall>;

/** Every call that needs an open library, answered by main's rooms; the others: app.ts. */
export const createHandlers = (services: Services): LibraryHandlers => ({
  ...settingsHandlers(services),
  ...settingsFileHandlers(services),
  ...libraryHandlers(services),
  ...draftHandlers(services),
  ...findHandlers(services),
  ...historyHandlers(services),
  ...linkHandlers(services),
  ...networkHandlers(services),
  ...pasteHandlers(services),
  ...photoHandlers(services),
  ...publishHandlers(services),
  ...receiptHandlers(services),
  ...recoveryHandlers(services),
  ...reviewHandlers(services),
  ...channelHandlers(services),
  ...shelfHandlers(services),
  ...styleHandlers(services),
  ...templateHandlers(services),
  ...typeHandlers(services),
  ...typingHandlers(services),
  ...wordHandlers(services),
  ...backupHandlers(services),
});
