import type { Database } from './database.ts';
import { heed, heedVerdict } from './heed.ts';
import type { Hold } from './hold.ts';
import { incidentChoices, listIncidents, settleIncidents } from './incidents.ts';
import type { StoreMethods } from './library.ts';
import type { Stories } from './stories.ts';

type Names = 'listIncidents' | 'incidentChoices' | 'settleIncidents' | 'beginCheckUp' | 'endCheckUp' | 'heedCheckUp';

/** What the store offers after trouble. */
export const recoveryMethods = (
  db: Database,
  folder: string,
  stories: Stories,
  hold: Hold,
): Pick<StoreMethods, Names> => ({
  listIncidents: () => listIncidents(db),
  incidentChoices: (id) => incidentChoices(db, stories, id),
  settleIncidents: (ids) => {
    settleIncidents(db, ids);
    return { ok: true, value: null };
  },
  beginCheckUp: () => {
    const held = hold.begin();
    return held.ok ? { ok: true, value: { mark: hold.begun } } : held;
  },
  endCheckUp: (mark, verdict) => {
    hold.end();
    // The file was written to in between, for somebody else: what it seemed to be as a whole says nothing.
    if (mark === hold.begun) heedVerdict(db, folder, verdict);
    return { ok: true, value: null };
  },
  heedCheckUp: (found) => ({ ok: true, value: { bad: heed(db, stories, found) } }),
});
