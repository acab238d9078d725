import type { Database } from './database.ts';
import { listVersions } from './history.ts';
import type { StoreMethods } from './library.ts';
import { Approvals } from './milestones.ts';
import { blockPast } from './past.ts';
import { signedOff } from './signedOff.ts';
import type { Stories } from './stories.ts';
import { markVersion, nameVersion } from './versions.ts';
import { Worked } from './worked.ts';

type Names = 'listVersions' | 'nameVersion' | 'markVersion' | 'blockPast' | 'signedOff' | 'timeWorked';

/** The store's methods that look back. What is named or marked is a snapshot first, where it is the newest state. */
export function historyMethods(db: Database, stories: Stories): Pick<StoreMethods, Names> {
  const approvals = new Approvals();
  const worked = new Worked();
  return {
    listVersions: (query) => listVersions(db, approvals, query),
    nameVersion: (id, seq, name, by) => {
      const kept = stories.checkpoint(id);
      return kept.ok ? nameVersion(db, id, seq, name, by) : kept;
    },
    markVersion: (id, seq, mark) => {
      const kept = stories.checkpoint(id);
      return kept.ok ? markVersion(db, id, seq, mark) : kept;
    },
    blockPast: (storyId, blockId) => blockPast(db, storyId, blockId),
    signedOff: (id, step) => signedOff(db, id, step),
    timeWorked: (id) => [...worked.of(db, id)].map(([author, ms]) => ({ author, ms })).sort((a, b) => b.ms - a.ms),
  };
}
