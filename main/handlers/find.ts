import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

export const findHandlers = ({ store }: Pick<Services, 'store'>): Pick<Handlers, 'library.find' | 'photo.find'> => ({
  'photo.find': async (find) => ok(await store.findPhotos(find)),
  'library.find': async (find) => ok(await store.findStories(find)),
});
