import type { DestinationConfig } from '../../../../preload/contract.ts';
import { OPERATIONS, TERM_KINDS } from '../../../../preload/contract.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import type { Http } from '../../http.ts';
import { isStrangers } from '../own.ts';
import { storyPhotos } from '../photos.ts';
import { decided, parseProgress } from '../progress.ts';
import type { Destination, Outcome } from '../types.ts';
import { publishStory } from '../way.ts';
import { account } from './account.ts';
import { type Root, siteAddress } from './address.ts';
import { connect } from './client.ts';
import { remoteOf, sameVersion } from './post.ts';
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
    // Each photo, the draft, the update, the reading back.
    steps: (story, operation) => (operation === 'unpublish' ? 2 : storyPhotos(story).length + 3),
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
      const remote = forgetting(config, await remoteOf(site.value, receipt.remoteId));
      if (!remote.ok) return remote;
      if (!remote.value) return { ok: true, value: null };
      if (sameVersion(receipt.remoteVersion, remote.value.version)) return { ok: true, value: 'same' };
      return { ok: true, value: isStrangers(remote.value, receipt) ? null : remote.value };
    },
    async terms({ url, user }, password, kind, query, signal) {
      const site = await connect(http, { url, user, password }, signal, roots);
      return site.ok ? findTerms(site.value, kind, query) : site;
    },
    decided,
    isLive: (progress) => parseProgress(progress).live === true,
  };
}
