import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

type Names = Extract<keyof Handlers, `backup.${string}`>;

export function backupHandlers({ backups }: Pick<Services, 'backups'>): Pick<Handlers, Names> {
  return {
    'backup.state': async () => ok(await backups.state()),
    'backup.setPlan': (plan) => backups.setPlan(plan),
    'backup.chooseFolder': () => backups.chooseFolder(),
    'backup.make': () => backups.make(),
    'backup.makePlanned': () => backups.makePlanned(),
    'backup.cancel': async () => {
      backups.cancel();
      return ok(null);
    },
    'backup.openFile': () => backups.openFile(),
    'backup.closeFile': async () => {
      await backups.closeFile();
      return ok(null);
    },
    'backup.restore': () => backups.restore(),
    'backup.takeStories': ({ ids }) => backups.takeStories(ids),
    'backup.export': () => backups.exportAll(),
    'backup.move': () => backups.move(),
    'backup.show': ({ what }) => backups.show(what),
    'backup.noticeRead': () => backups.noticeRead(),
  };
}
