import type { Handlers } from '../ipc.ts';
import type { Services } from './services.ts';

export const linkHandlers = ({ links }: Pick<Services, 'links'>): Pick<Handlers, 'link.check'> => ({
  'link.check': ({ url }) => links.check(url),
});
