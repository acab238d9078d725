import { hostname, userInfo } from 'node:os';
import type { EventName, Events, Receipt } from '../../preload/contract.ts';
import { createBackups } from '../backup/index.ts';
import { createDrafts } from '../draft/index.ts';
import { openReceipt } from '../handlers/publish.ts';
import type { Services } from '../handlers/services.ts';
import { openPerson } from '../person.ts';
import { createAccounts, ensureDefaultFolder } from '../publish/accounts.ts';
import { createFolder } from '../publish/destinations/folder.ts';
import { createGhost } from '../publish/destinations/ghost/index.ts';
import { createNinjs } from '../publish/destinations/ninjs/index.ts';
import { createSftpFolder } from '../publish/destinations/sftp.ts';
import { createWordPress } from '../publish/destinations/wordpress/index.ts';
import { createHttp } from '../publish/http.ts';
import { createLinkChecker } from '../publish/links.ts';
import { lookAt } from '../publish/look.ts';
import { openAuthorities } from '../publish/network/authorities.ts';
import { createRequestLog } from '../publish/network/log.ts';
import { createOutbox } from '../publish/outbox.ts';
import { createChannel } from '../review/channel/index.ts';
import { createReview } from '../review/index.ts';
import { addSample } from '../sample.ts';
import { createSettings } from '../settings/index.ts';
import { attempt } from '../store/failures.ts';
import type { Texts } from '../texts.ts';

export type RoomNeeds = Pick<
  Services,
  'store' | 'media' | 'types' | 'secrets' | 'libraryProblem' | 'dialogs' | 'prefs' | 'shell'
> & {
  /** The library's folder. */
  library: string;
  texts: Texts;
  /** The program's own resources. */
  resources: string;
  /** Where the logs are. */
  logs: string;
  /** The default destination's folder. */
  published: string;
  resolveProxy(url: string): Promise<string>;
  isOnline(): boolean;
  openPath(path: string): Promise<string>;
  openLink(url: string): Promise<boolean>;
  send<K extends EventName>(name: K, payload: Events[K]): void;
};
type Rooms = Pick<
  Services,
  | 'person'
  | 'accounts'
  | 'outbox'
  | 'look'
  | 'backups'
  | 'links'
  | 'drafts'
  | 'network'
  | 'settings'
  | 'review'
  | 'channel'
> & {
  close(): Promise<void>;
};

/** The person, the destinations and the outbox; on a first start also the sample story and the default folder. */
export async function openRooms(needs: RoomNeeds): Promise<Rooms> {
  const { store, media, secrets, send } = needs;
  const report = (error: unknown) => console.error('desk:', error);
  const person = await openPerson(store, secrets, accountName());
  const log = createRequestLog(needs.logs);
  const authorities = await openAuthorities({ store });
  const http = createHttp({ proxyFor: needs.resolveProxy, ca: authorities.trusted, log });
  const destinations = {
    folder: createFolder(),
    sftp: createSftpFolder(log),
    wordpress: createWordPress(http),
    ghost: createGhost(http),
    ninjs: createNinjs(http),
  };
  const accounts = createAccounts({ store, secrets, destinations });
  await ensureDefaultFolder(store, needs.texts('destination.defaultFolder'), needs.published);
  // An empty library after damage is no first start.
  if (needs.libraryProblem === null) {
    const sample = await addSample({ store, media, resources: needs.resources }, person.person().fingerprint);
    if (!sample.ok) report(sample);
  }

  /** A folder's page is opened as soon as it is there, where its settings say so. */
  async function openPage(receipt: Receipt): Promise<void> {
    const config = (await accounts.list()).find(({ id }) => id === receipt.destinationId)?.config;
    if (config?.type === 'folder' && config.open) await openReceipt({ shell: needs }, receipt);
  }
  const outbox = createOutbox({
    store,
    accounts,
    destinations,
    media,
    types: needs.types.all,
    isOnline: needs.isOnline,
    publisher: person.person,
    house: needs.prefs.get,
    onJob: (job) => send('job.changed', job),
    onReceipt: (receipt) => {
      send('receipt.made', receipt);
      send('library.changed', { storyId: receipt.storyId });
      openPage(receipt).catch(report);
    },
    onFault: report,
  });
  await outbox.start();
  const backups = createBackups({ ...needs, author: () => person.person().fingerprint });
  backups.start();
  const drafts = createDrafts({ ...needs, http, prefsChanged: needs.shell.prefsChanged });
  const close = async () => {
    await channel.close();
    await backups.close();
    await outbox.stop();
    await http.close();
    await log.close();
  };
  const look: Rooms['look'] = (storyId, destinationId) =>
    lookAt({ store, accounts, destinations }, storyId, destinationId);
  const settings = createSettings({ accounts, authorities, person, house: houseOf(needs) });
  const network = { authorities, log };
  const photos = { read: media.readOriginal, import: media.importPhoto };
  const review = createReview({ store, photos, person });
  const channel = createChannel({
    store,
    self: () => person.person().fingerprint,
    folder: () => needs.prefs.get().sharedFolder ?? null,
    changed: needs.shell.channelChanged,
  });
  channel.soon();
  const links = createLinkChecker(http);
  return { person, accounts, outbox, look, backups, links, drafts, network, settings, review, channel, close };
}

/** What of the preferences holds for the whole house. */
function houseOf({ prefs, shell }: Pick<RoomNeeds, 'prefs' | 'shell'>): Parameters<typeof createSettings>[0]['house'] {
  return {
    get: () => {
      const { closingMark, timeZone, rules } = prefs.get();
      return { closingMark, timeZone, ...(rules && { rules }) };
    },
    set: (house) => {
      const kept = attempt(() => prefs.set(house));
      if (kept.ok) shell.prefsChanged();
      return kept;
    },
  };
}

/** What the system calls the person at first; an account without an entry (in a container) throws. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return hostname();
  }
}
