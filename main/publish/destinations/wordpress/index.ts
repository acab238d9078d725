import type { DestinationConfig } from '../../../../preload/contract.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import type { Http } from '../../http.ts';
import { storyPhotos } from '../photos.ts';
import type { Destination } from '../types.ts';
import { account } from './account.ts';
import { siteAddress } from './address.ts';
import { connect } from './client.ts';
import { decided, parseProgress } from './progress.ts';
import { publishPost } from './publish.ts';

type Config = Extract<DestinationConfig, { type: 'wordpress' }>;

/** A WordPress site (5.6 or newer), by its REST API and an application password. */
export function createWordPress(http: Http): Destination<Config> {
  return {
    needsSecret: true,
    audience: ({ url, user }) => JSON.stringify([siteAddress(url)?.href ?? url, user]),
    // Each photo, the draft, the update, the reading back.
    steps: (story) => storyPhotos(story).length + 3,
    async check({ url, user }, password, signal) {
      const site = await connect(http, { url, user, password }, signal);
      if (!site.ok) return site;
      const me = await account(site.value);
      if (!me.ok) return me;
      const { name, canPublish, canUpload } = me.value;
      return { ok: true, value: { site: site.value.root.siteName, account: name, canPublish, canUpload } };
    },
    async publish(config, password, run) {
      const { url, user } = config;
      const site = await connect(http, { url, user, password }, run.signal);
      return site.ok ? publishPost(site.value, renditionsOf(config), run) : site;
    },
    decided,
    isLive: (progress) => parseProgress(progress).live === true,
  };
}
