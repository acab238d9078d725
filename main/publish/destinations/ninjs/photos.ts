import { sha256Hex } from '../../../../story/canonical.ts';
import type { Figure } from '../../../../story/model.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import type { HttpAnswer } from '../../http.ts';
import type { Outcome, PublishRun } from '../types.ts';
import { isPage, isSuccess, type Receiver } from './client.ts';
import type { Dialect, SentPhoto } from './dialect.ts';
import { troubleOf } from './errors.ts';

type Place = { receiver: Receiver; dialect: Dialect; address: string };

/**
 * Sees to it that the receiver has a photo, under the SHA-256 of its bytes: asked for first, also after an answer that never
 * came, and sent only where it is not.
 */
export async function sendPhoto(
  place: Place,
  run: PublishRun,
  renditions: Renditions,
  figure: Figure,
): Promise<Outcome<SentPhoto>> {
  const rendition = await run.photos.rendition(figure, renditions);
  if (!rendition.ok) return { ...rendition, stop: true };
  const { bytes, type: contentType, width, height, texts } = rendition.value;
  const id = sha256Hex(bytes);
  const key = await run.photos.key(figure, renditions);
  const note = await run.photos.known(key);
  const known = note?.id === id ? note.url : null;
  const there = await lookUp(place, id, known);
  if (!there.ok) return there;
  const sent: Outcome<string> = there.value
    ? { ok: true, value: there.value }
    : await upload(place, id, rendition.value);
  if (!sent.ok) return sent;
  if (sent.value !== known) await run.photos.remember(key, { id, url: sent.value });
  const about = { contentType, width, height, size: bytes.length, sourceType: texts.aiLabel };
  return { ok: true, value: { href: sent.value, media: id, ...about } };
}

/** Where the photo is; null: not there, or the receiver does not tell and we do not know. */
async function lookUp(
  { receiver, dialect, address }: Place,
  id: string,
  known: string | null,
): Promise<Outcome<string | null>> {
  const request = dialect.lookUp(address, id);
  const answer = await receiver.ask(request);
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (isSuccess(answer.value) && isPhoto(answer.value))
    return { ok: true, value: known ?? dialect.photoAddress(answer.value, request.url) ?? request.url };
  if (status === 404 || status === 410) return { ok: true, value: null };
  // It answers everybody with a page, or does not know the question: our own note is what there is.
  if (isSuccess(answer.value) || [400, 405, 501].includes(status)) return { ok: true, value: known };
  return troubleOf(answer.value, true);
}

/** A page that says "not found" in a friendly way is no photo. */
const isPhoto = ({ headers }: HttpAnswer): boolean =>
  /^(image\/|application\/json)/.test(headers['content-type'] ?? '');

async function upload(
  { receiver, dialect, address }: Place,
  id: string,
  photo: Parameters<Dialect['upload']>[2],
): Promise<Outcome<string>> {
  const answer = await receiver.ask(dialect.upload(address, id, photo));
  if (!answer.ok) return answer;
  // 409: it is there.
  const isTaken = isSuccess(answer.value) ? !isPage(answer.value) : answer.value.status === 409;
  if (!isTaken) return troubleOf(answer.value, true);
  const href = dialect.photoAddress(answer.value, dialect.lookUp(address, id).url);
  if (href) return { ok: true, value: href };
  return { ok: false, code: 'uploadRefused', detail: 'no address of the photo (href, url, Location)', stop: true };
}
