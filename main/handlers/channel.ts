import type { Channel, Result, SharedFolder } from '../../preload/contract.ts';
import type { Handlers } from '../ipc.ts';
import { attempt } from '../store/failures.ts';
import { fail, ok, type Services } from './services.ts';

type Names = 'channel.state' | 'channel.choose' | 'channel.sort' | 'channel.off' | 'channel.hide';

export function channelHandlers({ channel, dialogs, prefs }: Services): Pick<Handlers, Names> {
  const state = async (): Promise<Result<Channel>> => ok(await channel.state());
  async function use(sharedFolder: SharedFolder | null): Promise<Result<Channel>> {
    const kept = attempt(() => prefs.set({ sharedFolder }));
    if (!kept.ok) return kept;
    channel.soon();
    return state();
  }
  return {
    'channel.state': state,
    'channel.choose': async () => {
      const path = await dialogs.folder('dialog.sharedFolder');
      return path ? use({ path, by: prefs.get().sharedFolder?.by ?? 'none' }) : fail('cancelled');
    },
    'channel.sort': ({ by }) => {
      const { sharedFolder } = prefs.get();
      return sharedFolder ? use({ ...sharedFolder, by }) : state();
    },
    'channel.off': () => use(null),
    'channel.hide': async ({ id }) => {
      const hidden = await channel.hide(id);
      return hidden.ok ? state() : hidden;
    },
  };
}
