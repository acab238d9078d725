import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

type Names = 'health.read' | 'recovery.report' | 'recovery.choices' | 'recovery.seen';

export function recoveryHandlers({ store, health }: Pick<Services, 'store' | 'health'>): Pick<Handlers, Names> {
  return {
    'health.read': async () => ok(await health.read()),
    'recovery.report': async () => {
      const [incidents, rows] = await Promise.all([store.listIncidents(), store.listStories()]);
      const headlines = new Map(rows.map((row) => [row.id, row.headline]));
      return ok(incidents.map((one) => ({ ...one, headline: headlines.get(one.storyId ?? '') ?? '' })));
    },
    'recovery.choices': ({ id }) => store.incidentChoices(id),
    'recovery.seen': ({ ids }) => store.settleIncidents(ids),
  };
}
