import type { Handlers } from '../ipc.ts';
import { findHandlers } from './find.ts';
import { libraryHandlers } from './library.ts';
import { photoHandlers } from './photos.ts';
import { publishHandlers } from './publish.ts';
import { reviewHandlers } from './review.ts';
import type { Services } from './services.ts';
import { settingsHandlers } from './settings.ts';
import { shelfHandlers } from './shelf.ts';

/** Every call of the contract, answered by main's rooms. */
export const createHandlers = (services: Services): Handlers => ({
  ...settingsHandlers(services),
  ...libraryHandlers(services),
  ...findHandlers(services),
  ...photoHandlers(services),
  ...publishHandlers(services),
  ...reviewHandlers(services),
  ...shelfHandlers(services),
});
