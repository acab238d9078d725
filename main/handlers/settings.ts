import type { Handlers } from '../ipc.ts';
import { attempt } from '../store/failures.ts';
import { fail, ok, type Services } from './services.ts';

type Names =
  | 'app.start'
  | 'prefs.set'
  | 'person.rename'
  | 'link.open'
  | 'window.closeReady'
  | 'window.closeRefused'
  | 'destination.list'
  | 'destination.save'
  | 'destination.remove'
  | 'destination.check'
  | 'destination.chooseFolder'
  | 'destination.unlock';

export function settingsHandlers(services: Services): Pick<Handlers, Names> {
  const { accounts, person, prefs, shell, secrets, dialogs } = services;
  return {
    'app.start': async () =>
      ok({
        version: shell.version,
        prefs: prefs.get(),
        person: person.person(),
        online: shell.online(),
        secretsProtected: secrets.protected,
        personKey: person.key,
        libraryProblem: services.libraryProblem,
      }),
    'prefs.set': async (patch) => {
      const kept = attempt(() => prefs.set(patch));
      if (!kept.ok) return kept;
      shell.prefsChanged();
      return kept;
    },
    'person.rename': ({ name }) => person.rename(name),
    'link.open': async ({ url }) => ((await shell.openLink(url)) ? ok(null) : fail('badAddress')),
    'window.closeReady': async () => {
      shell.closeReady();
      return ok(null);
    },
    'window.closeRefused': async () => {
      shell.closeRefused();
      return ok(null);
    },
    'destination.list': async () => ok(await accounts.list()),
    'destination.save': (draft) => accounts.save(draft),
    'destination.remove': ({ id }) => accounts.remove(id),
    'destination.check': (draft) => accounts.check(draft),
    'destination.chooseFolder': async () => {
      const path = await dialogs.folder();
      return path ? ok({ path }) : fail('cancelled');
    },
    'destination.unlock': ({ id, secret }) => accounts.unlock(id, secret),
  };
}
