import type { ClosedLibrary, Result, Start } from '../../preload/contract.ts';
import type { Handlers } from '../ipc.ts';
import { attempt } from '../store/failures.ts';
import { fail, ok, type Services } from './services.ts';

/** The calls that are answered whether a library is open or not. */
export type AppCall =
  | 'app.start'
  | 'app.quit'
  | 'prefs.set'
  | 'link.open'
  | 'window.closeReady'
  | 'window.closeRefused'
  | 'window.openStory'
  | 'window.showDesk'
  | 'window.answer'
  | 'library.reopen'
  | 'library.chooseFolder'
  | 'library.showFolder';

export type AppNeeds = Pick<Services, 'shell' | 'prefs' | 'dialogs' | 'secrets'> & {
  /** The library that is open, or why none is. */
  library(): Pick<Services, 'person' | 'libraryProblem'> | ClosedLibrary;
  /** Opens the library in another folder, or the same one again; every page starts afresh. */
  openLibraryIn(folder: string): Promise<Result<null>>;
};

export function appHandlers(needs: AppNeeds): Pick<Handlers, AppCall> {
  const { shell, prefs, dialogs } = needs;
  const { windows } = shell;
  const done = async (work: () => void): Promise<Result<null>> => {
    work();
    return ok(null);
  };
  return {
    'app.start': async (_input, sender) => ok(startOf(needs, sender)),
    'app.quit': () => done(shell.quit),
    'prefs.set': async (patch) => {
      const kept = attempt(() => prefs.set(patch));
      if (!kept.ok) return kept;
      shell.prefsChanged();
      return kept;
    },
    'link.open': async ({ url }) => ((await shell.openLink(url)) ? ok(null) : fail('badAddress')),
    'window.closeReady': (_input, sender) => done(() => shell.closeReady(sender)),
    'window.closeRefused': (_input, sender) => done(() => shell.closeRefused(sender)),
    'window.openStory': ({ storyId }, sender) => done(() => windows.openStory(storyId, sender)),
    'window.showDesk': ({ command }) => done(() => windows.showDesk(command)),
    'window.answer': ({ question, agrees }, sender) => done(() => windows.answer(sender, question, agrees)),
    'library.reopen': async () => {
      const library = needs.library();
      return 'state' in library ? needs.openLibraryIn(library.folder) : ok(null);
    },
    'library.showFolder': async () => {
      const library = needs.library();
      if (!('state' in library)) return fail('badRequest', 'a library is open');
      const wrong = await shell.openPath(library.folder);
      return wrong === '' ? ok(null) : fail('folderMissing', wrong);
    },
    'library.chooseFolder': async () => {
      if (!('state' in needs.library())) return fail('badRequest', 'a library is open');
      const folder = await dialogs.folder();
      return folder ? needs.openLibraryIn(folder) : fail('cancelled');
    },
  };
}

function startOf({ shell, prefs, secrets, library }: AppNeeds, sender: unknown): Start {
  const now = library();
  const crash = shell.windows.crash(sender);
  const common = {
    version: shell.version,
    prefs: prefs.get(),
    online: shell.online(),
    secretsProtected: secrets.protected,
    window: shell.windows.role(sender),
    crashedAt: crash === null ? null : new Date(crash).toISOString(),
  };
  if ('state' in now)
    return { ...common, library: now, person: { name: '', fingerprint: '' }, personKey: 'kept', libraryProblem: null };
  const { person, libraryProblem } = now;
  return { ...common, library: { state: 'open' }, person: person.person(), personKey: person.key, libraryProblem };
}
