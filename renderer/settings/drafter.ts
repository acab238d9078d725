import type { Prefs } from '../../preload/contract.ts';
import { modelAddress } from '../../story/photo/modelAddress.ts';
import { call } from '../api.ts';
import { drafter } from '../editor/draft/drafter.ts';

/** The editor offers drafts as long as a model is set up and switched on. */
export function followDrafter(settings: Prefs['drafter']): void {
  const at = settings?.on ? modelAddress(settings.address) : null;
  if (drafter.get()?.host === at?.url.host) return;
  drafter.set(
    at && {
      host: at.url.host,
      isHere: at.isHere,
      text: (input) => call('draft.text', input),
      cancel: (id) => void call('draft.cancel', { id }),
    },
  );
}
