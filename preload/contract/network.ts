import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';

/** A certificate authority that the newsroom trusts besides the usual ones. */
export const authoritySchema = z.object({
  /** Its common name, else its organisation. */
  name: z.string(),
  /** SHA-256 of the certificate, as AB:CD:… */
  fingerprint: z.string(),
  expiresAt: instantSchema,
});
export type Authority = z.infer<typeof authoritySchema>;

export const networkCalls = {
  'network.authorities': call(nothing, z.array(authoritySchema)),
  /** A dialog for a certificate file: everything in it, or nothing. Failures: cancelled, fileUnreadable, and those of Authorities. */
  'network.addAuthority': call(nothing, z.array(authoritySchema)),
  'network.removeAuthority': call(z.strictObject({ fingerprint: z.string().max(200) }), z.array(authoritySchema)),
  /** The log of the requests, in the program the person uses for texts. */
  'network.openLog': call(nothing, done),
};
