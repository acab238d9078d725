import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names = 'pastes.list' | 'pastes.get' | 'pastes.keep';

/** The clipboards kept beside a story; only the window that has it adds to them. */
export const pasteHandlers = ({ store, shell }: Services): Pick<Handlers, Names> => ({
  'pastes.list': async ({ id }) => ok(await store.listPastes(id)),
  'pastes.get': async ({ id, paste }) => ok(await store.getPaste(id, paste)),
  'pastes.keep': async ({ id, paste }, sender) =>
    shell.windows.holds(id, sender) ? store.keepPaste(id, paste) : fail('openElsewhere'),
});
