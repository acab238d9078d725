import path from 'node:path';
import type { Handlers } from '../ipc.ts';
import { EXTENSION } from '../settings/index.ts';
import { fail, type Services } from './services.ts';

type Names = `settings.${'export' | 'read' | 'take'}`;

export const settingsFileHandlers = ({ settings, dialogs, texts, shell }: Services): Pick<Handlers, Names> => ({
  'settings.export': async () => {
    const name = `${texts('settingsFile.fileName')}${EXTENSION}`;
    const file = await dialogs.saveSettings(path.join(shell.documents, name));
    return file ? settings.give(file) : fail('cancelled');
  },
  'settings.read': async () => {
    const file = await dialogs.settings();
    return file ? settings.read(file) : fail('cancelled');
  },
  'settings.take': (chosen) => settings.take(chosen),
});
