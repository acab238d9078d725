import type { DestinationConfig } from '../../../../preload/contract.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import type { Http } from '../../http.ts';
import { decided } from '../progress.ts';
import { isLive, standingOf, stepsOf } from '../remote.ts';
import type { Destination } from '../types.ts';
import { publishStory } from '../way.ts';
import { account, GHOST_OPERATIONS } from './account.ts';
import { connect, ghostAddress } from './client.ts';
import { remoteOf } from './post.ts';
import { ghostSite } from './site.ts';
import { ghostTerms } from './tags.ts';

type Config = Extract<DestinationConfig, { type: 'ghost' }>;

/** A Ghost site (5.0 or newer), by its Admin API and a key: an integration's, or a person's own. */
export function createGhost(http: Http): Destination<Config> {
  return {
    needsSecret: true,
    capabilities: { operations: [...GHOST_OPERATIONS], terms: ['tags', 'authors'], readsBack: true },
    audience: ({ url }) => ghostAddress(url)?.href ?? url,
    steps: stepsOf,
    async check({ url }, secret, signal) {
      const ghost = await connect(http, { url, secret }, signal);
      if (!ghost.ok) return ghost;
      const me = await account(ghost.value);
      if (!me.ok) return me;
      const { name, ...rights } = me.value;
      return { ok: true, value: { site: ghost.value.site.title, account: name, ...rights } };
    },
    async publish(config, secret, run) {
      const ghost = await connect(http, { url: config.url, secret }, run.signal);
      return ghost.ok ? publishStory(ghostSite(ghost.value, renditionsOf(config), run), run) : ghost;
    },
    async look({ url }, secret, { receipt }, signal) {
      const ghost = await connect(http, { url, secret }, signal);
      if (!ghost.ok) return ghost;
      return standingOf(await remoteOf(ghost.value, receipt.remoteId), receipt);
    },
    async terms({ url }, secret, kind, query, signal) {
      if (kind === 'categories') return { ok: true, value: [] };
      const ghost = await connect(http, { url, secret }, signal);
      return ghost.ok ? ghostTerms(ghost.value, kind, query) : ghost;
    },
    decided,
    isLive,
  };
}
