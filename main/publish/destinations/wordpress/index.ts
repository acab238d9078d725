import { type DestinationConfig, OPERATIONS, TERM_KINDS } from '../../../../preload/contract.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import type { Http } from '../../http.ts';
import { decided } from '../progress.ts';
import { isLive, standingOf, stepsOf } from '../remote.ts';
import type { Destination, Outcome } from '../types.ts';
import { publishStory } from '../way.ts';
import { account } from './account.ts';
import { type Root, siteAddress } from './address.ts';
import { connect } from './client.ts';
import { remoteOf } from './post.ts';
import { wordPressSite } from './site.ts';
import { findTerms } from './terms.ts';

type Config = Extract<DestinationConfig, { type: 'wordpress' }>;

/** A WordPress site (5.6 or newer), by its REST API and an application password. */
export function createWordPress(http: Http): Destination<Config> {
  /** Where sites' APIs were found, until one does not answer as it did. */
  const roots = new Map<string, Root>();
  const forgetting = <T>({ url }: Config, outcome: Outcome<T>): Outcome<T> => {
    if (!outcome.ok) roots.delete(url);
    return outcome;
  };
  return {
    needsSecret: true,
    capabilities: { operations: [...OPERATIONS], terms: [...TERM_KINDS], readsBack: true },
    audience: ({ url, user }) => JSON.stringify([siteAddress(url)?.href ?? url, user]),
    steps: stepsOf,
    async check({ url, user }, password, signal) {
      const site = await connect(http, { url, user, password }, signal);
      if (!site.ok) return site;
      const me = await account(site.value);
      if (!me.ok) return me;
      const { name, roles, canPublish, canUpload, operations, forOthers } = me.value;
      const rights = { roles, canPublish, canUpload, operations, forOthers };
      return { ok: true, value: { site: site.value.root.siteName, account: name, ...rights } };
    },
    async publish(config, password, run) {
      const { url, user } = config;
      const site = await connect(http, { url, user, password }, run.signal, roots);
      if (!site.ok) return site;
      return forgetting(config, await publishStory(wordPressSite(site.value, renditionsOf(config), run), run));
    },
    async look(config, password, { receipt }, signal) {
      const { url, user } = config;
      const site = await connect(http, { url, user, password }, signal, roots);
      if (!site.ok) return site;
      return standingOf(forgetting(config, await remoteOf(site.value, receipt.remoteId)), receipt);
    },
    async terms({ url, user }, password, kind, query, signal) {
      const site = await connect(http, { url, user, password }, signal, roots);
      return site.ok ? findTerms(site.value, kind, query) : site;
    },
    decided,
    isLive,
  };
}
