import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'person.rename'
  | 'destination.list'
  | 'destination.save'
  | 'destination.remove'
  | 'destination.check'
  | 'destination.chooseFolder'
  | 'destination.unlock'
  | 'destination.terms';

export function settingsHandlers({ accounts, person, dialogs }: Services): Pick<Handlers, Names> {
  return {
    'person.rename': ({ name }) => person.rename(name),
    'destination.list': async () => ok(await accounts.list()),
    'destination.save': (draft) => accounts.save(draft),
    'destination.remove': ({ id }) => accounts.remove(id),
    'destination.check': (draft) => accounts.check(draft),
    'destination.chooseFolder': async () => {
      const path = await dialogs.folder();
      return path ? ok({ path }) : fail('cancelled');
    },
    'destination.terms': ({ id, kind, query }) => accounts.terms(id, kind, query),
    'destination.unlock': ({ id, secret }) => accounts.unlock(id, secret),
  };
}
