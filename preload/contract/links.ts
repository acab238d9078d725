import { z } from '../../story/zod.ts';
import { call } from './call.ts';

/**
 * What a link's address says when it is asked. ok; moved: it leads to another address, which answers; notFound: 404, 410;
 * unclear: another status (it may want a person, a login, or be busy); noSite: no such site; noAnswer; certificate; offline;
 * private: not asked, since it is not on the public internet; tooFar: it leads on and on.
 */
export const LINK_STATES = [
  'ok',
  'moved',
  'notFound',
  'unclear',
  'noSite',
  'noAnswer',
  'certificate',
  'offline',
  'private',
  'tooFar',
] as const;
export const linkAnswerSchema = z.object({
  state: z.enum(LINK_STATES),
  /** The last HTTP status, if there was one. */
  status: z.number().int().nullable(),
  /** Where it leads, if elsewhere. */
  to: z.string().nullable(),
});
export type LinkAnswer = z.infer<typeof linkAnswerSchema>;

export const linkCalls = {
  /** Asks one address, with what it leads to. A few are asked at a time; the others wait. */
  'link.check': call(z.strictObject({ url: z.string().max(4096) }), linkAnswerSchema),
};
