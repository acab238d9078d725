import { userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { EventName, Events } from '../../preload/contract.ts';
import type { Language } from '../../story/model.ts';
import { openReceipt } from '../handlers/publish.ts';
import type { Services } from '../handlers/services.ts';
import { openPerson } from '../person.ts';
import { createAccounts } from '../publish/accounts.ts';
import { createHttp } from '../publish/http.ts';
import { createOutbox } from '../publish/outbox.ts';
import { addSample } from '../sample.ts';
import type { Texts } from '../texts.ts';

type Needs = Pick<Services, 'store' | 'media' | 'secrets'> & {
  texts: Texts;
  resources: string;
  /** The default destination's folder. */
  published: string;
  language: Language;
  resolveProxy(url: string): Promise<string>;
  openPath(path: string): Promise<string>;
  openLink(url: string): Promise<boolean>;
  send<K extends EventName>(name: K, payload: Events[K]): void;
};

export async function openRooms(_needs: Needs): Promise<Pick<Services, 'person' | 'accounts' | 'outbox'>> {
  void userInfo;
  void pathToFileURL;
  void openPerson;
  void createAccounts;
  void createHttp;
  void createOutbox;
  void addSample;
  void openReceipt;
  throw new Error('TODO');
}
