import type {
  CallInput,
  DrafterForm,
  DrafterView,
  Failure,
  PhotoField,
  PhotoInfo,
  Prefs,
  Result,
} from '../../preload/contract.ts';
import { photoText } from '../../story/photo/facts.ts';
import { modelAddress } from '../../story/photo/modelAddress.ts';
import type { Media } from '../media/index.ts';
import { loadSharp } from '../media/sharp.ts';
import type { Http } from '../publish/http.ts';
import type { Secrets } from '../secrets.ts';
import type { Store } from '../store/api.ts';
import { MOST } from './answer.ts';
import { askModel } from './ask.ts';
import { createKeys } from './keys.ts';
import { messagesFor, tryMessages } from './prompt.ts';

/** The longer side of what a model sees, in pixels. */
const SIDE = 1024;
/** What a model is told of a photo: what helps to say who, what, where and when. */
const TOLD = [
  'headline',
  'caption',
  'date',
  'sublocation',
  'city',
  'province',
  'country',
  'keywords',
] as const satisfies readonly PhotoField[];

/** Drafts of captions and alt texts by the model that the person has set up; none is asked unless that is on. */
export type DraftRoom = {
  settings(): Promise<DrafterView>;
  /** Failures: modelAddress, and the store's. */
  save(form: DrafterForm): Promise<Result<DrafterView>>;
  /** Asks about a drawn picture. Failures: as askModel. */
  try(input: CallInput<'draft.try'>): Promise<Result<{ answer: string; ms: number }>>;
  /** Failures: draftOff (nothing is read and nothing sent), those of Media.rendition and askModel. */
  text(input: CallInput<'draft.text'>): Promise<Result<{ text: string }>>;
  /** Ends an asking by its id. */
  cancel(id: string): void;
};
type Needs = {
  http: Http;
  media: Pick<Media, 'rendition'>;
  store: Pick<Store, 'getPhoto' | 'getValue' | 'putValue'>;
  secrets: Secrets;
  prefs: { get(): Prefs; set(patch: Partial<Prefs>): Prefs };
  prefsChanged(): void;
};

const CANCELLED: Failure = { ok: false, code: 'cancelled' };
const BAD_ADDRESS: Failure = { ok: false, code: 'modelAddress' };
const NONE = { on: false, address: '', model: '' };

export function createDrafts({ http, media, store, secrets, prefs, prefsChanged }: Needs): DraftRoom {
  const keys = createKeys(store, secrets);
  const asking = new Map<string, AbortController>();
  const now = () => prefs.get().drafter ?? NONE;

  /** One at a time: a model on one computer does no two things at once, and who waits in its queue runs out of patience. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(signal: AbortSignal, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = last.then(() => (signal.aborted ? CANCELLED : work()));
    last = turn.catch(() => undefined);
    const given = new Promise<Failure>((resolve) =>
      signal.addEventListener('abort', () => resolve(CANCELLED), { once: true }),
    );
    return Promise.race([turn, given]);
  }
  /** Runs one asking, which `cancel` can end. */
  async function ask<T>(id: string, work: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    if (asking.has(id)) return { ok: false, code: 'badRequest', detail: 'this id is asking already' };
    const abort = new AbortController();
    asking.set(id, abort);
    try {
      return await inTurn(abort.signal, () => work(abort.signal));
    } finally {
      asking.delete(id);
    }
  }
  const settings = async (): Promise<DrafterView> => {
    const { on, address, model } = now();
    const at = modelAddress(address);
    return { on, address, model, key: at ? await keys.state(at.url) : 'none' };
  };

  return {
    settings,
    async save({ on, address, model, key }) {
      const at = modelAddress(address);
      // What is off may be empty; what is on must be an address that may be used.
      if (!at && (on || address.trim() !== '')) return BAD_ADDRESS;
      const kept = await keys.keep(at?.url ?? null, key);
      if (!kept.ok) return kept;
      prefs.set({ drafter: { on, address: address.trim(), model: model.trim() } });
      prefsChanged();
      return { ok: true, value: await settings() };
    },
    try: ({ id, address, model, key, language }) =>
      ask(id, async (signal) => {
        const at = modelAddress(address);
        if (!at) return BAD_ADDRESS;
        const server = { address, model: model.trim(), key: key ?? (await keys.open(at.url)) };
        const began = performance.now();
        const picture = dataUrl(await drawnSquare(), 'image/jpeg');
        const answer = await askModel(http, server, tryMessages(language, picture), { most: 300, signal });
        if (!answer.ok) return answer;
        return { ok: true, value: { answer: answer.value, ms: Math.round(performance.now() - began) } };
      }),
    text: ({ id, photo, recipe, field, language, headline, text }) =>
      ask(id, async (signal) => {
        const { on, address, model } = now();
        if (!on) return { ok: false, code: 'draftOff' };
        const at = modelAddress(address);
        if (!at) return BAD_ADDRESS;
        const drawn = await media.rendition(photo, { maxPixels: SIDE, recipe, signal });
        if (!drawn.ok) return drawn;
        const facts = factsOf(await store.getPhoto(photo));
        const picture = dataUrl(drawn.value.bytes, drawn.value.type);
        const messages = messagesFor(field, { language, headline, facts, text }, picture);
        const server = { address, model, key: await keys.open(at.url) };
        if (signal.aborted) return CANCELLED;
        const answer = await askModel(http, server, messages, { most: MOST[field], signal });
        return answer.ok ? { ok: true, value: { text: answer.value } } : answer;
      }),
    cancel: (id) => asking.get(id)?.abort(),
  };
}

const dataUrl = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** What a person or its file says of a photo, by the field's name. */
function factsOf(info: PhotoInfo | null): Record<string, string> {
  const known = TOLD.map((name) => [name, info ? photoText(info, name).trim() : ''] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== '').map(([name, value]) => [`photo_${name}`, value]));
}

/** A red square, to see whether a model sees. */
async function drawnSquare(): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return sharp({ create: { width: 96, height: 96, channels: 3, background: '#d01010' } })
    .jpeg()
    .toBuffer();
}
