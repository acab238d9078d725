import type { DestinationConfig, Operation } from '../../../../preload/contract.ts';
import type { NinjsPhoto } from '../../../../story/formats/ninjs/index.ts';
import type { Story } from '../../../../story/model.ts';
import type { Encoded } from '../../../media/encode.ts';
import type { HttpAnswer, HttpRequest } from '../../http.ts';
import { ninjs31 } from './ninjs31.ts';
import { superdesk } from './superdesk.ts';

export type Config = Extract<DestinationConfig, { type: 'ninjs' }>;
/** A photo as the receiver has it. */
export type SentPhoto = NinjsPhoto & { media: string };
/** What is told of a version of the item. */
export type About = {
  /** The story's, the same for every version and every receiver. */
  uri: string;
  /** Grows with every publication of the story there; the same in every run of a job. */
  version: string;
  /** When the job made it (an instant): the same in every run, so that the same bytes go out. */
  versionCreated: string;
};

/** How one family of receivers wants to be spoken to. */
export type Dialect = {
  operations: Operation[];
  /** Whether a receiver may give an item back. */
  readsBack: boolean;
  /** Where photos go; null: nowhere. */
  mediaAddress(config: Config): string | null;
  /** The headers by which the receiver knows us; `body`: of the same request. */
  signature(secret: string, body: HttpRequest['body']): Record<string, string>;
  /** Asks for a photo by its id. */
  lookUp(address: string, id: string): Pick<HttpRequest, 'method' | 'url'>;
  /** Sends a photo, so that a second time changes nothing. */
  upload(address: string, id: string, photo: Encoded): Omit<HttpRequest, 'signal'>;
  /** Where readers load it from, as the answer to one of the two says it; null: it does not say. */
  photoAddress(answer: HttpAnswer, asked: string): string | null;
  item(story: Story, about: About, photos: ReadonlyMap<string, SentPhoto>, embargoedUntil?: string): object;
  /** The item that takes a story from its readers. */
  canceled(about: About): object;
};

export const dialectOf = ({ dialect }: Pick<Config, 'dialect'>): Dialect =>
  dialect === 'superdesk' ? superdesk : ninjs31;
