import type { Http } from '../../http.ts';
import { storyPhotos } from '../photos.ts';
import type { Destination, Outcome, Standing } from '../types.ts';
import { checkReceiver } from './check.ts';
import { receiver } from './client.ts';
import { type Config, dialectOf } from './dialect.ts';
import { decided, parseProgress, parseVersion } from './progress.ts';
import { pushStory, uriOf } from './push.ts';
import { readItem, standingOf } from './readback.ts';

/** Any CMS that takes ninjs over HTTP, in one of two dialects. */
export function createNinjs(http: Http, now: () => number = Date.now): Destination<Config> {
  const to = (config: Config, secret: string, signal?: AbortSignal) => {
    const dialect = dialectOf(config);
    return { config, dialect, receiver: receiver(http, dialect, secret, signal) };
  };
  return {
    needsSecret: true,
    capabilities: { operations: ['publish', 'correct', 'schedule', 'unpublish'], terms: [], readsBack: true },
    capabilitiesFor(config) {
      const { operations, readsBack } = dialectOf(config);
      return { operations: [...operations], terms: [], readsBack };
    },
    // A key given for one receiver goes to no other, be it only the one for photos.
    audience: ({ url, mediaUrl = '', dialect }) => JSON.stringify([dialect, url, mediaUrl]),
    // Each photo, the item, the reading back.
    steps: (story, operation) => (operation === 'unpublish' ? 2 : storyPhotos(story).length + 2),
    check: async (config, secret, signal) => {
      const { dialect, receiver } = to(config, secret, signal);
      return checkReceiver(config, dialect, receiver);
    },
    publish: (config, secret, run) => pushStory(to(config, secret, run.signal), run),
    decided,
    async look(config, secret, { receipt }, signal): Promise<Outcome<Standing | 'same' | null>> {
      const known = parseVersion(receipt.remoteVersion);
      if (known.address === '') return { ok: false, code: 'notReadBack' };
      const read = await readItem(to(config, secret, signal).receiver, known.address, uriOf(receipt.storyId));
      if (!read.ok) return read;
      if (read.value === null) return { ok: true, value: null };
      if (read.value === 'unreadable') return { ok: false, code: 'notReadBack' };
      const standing = standingOf(read.value, known.address, now());
      const isSame = parseVersion(standing.version).fingerprint === known.fingerprint;
      return { ok: true, value: isSame ? 'same' : standing };
    },
    isLive: (progress) => parseProgress(progress).live === true,
  };
}
