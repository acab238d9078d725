import { idSchema } from '../../story/ids.ts';
import { z } from '../../story/zod.ts';
import { prefsSchema } from './app.ts';
import { call, done, name, nothing } from './call.ts';
import { destinationConfigSchema } from './destinations.ts';
import { authoritySchema } from './network.ts';

/** What holds for the whole house, of the preferences. */
export const houseSchema = prefsSchema.pick({ closingMark: true, timeZone: true, rules: true });
export type House = z.infer<typeof houseSchema>;

/** A destination as a file of settings has it: never with its secret. */
export const sharedDestinationSchema = z.strictObject({ id: idSchema, name, config: destinationConfigSchema });
export type SharedDestination = z.infer<typeof sharedDestinationSchema>;

const offeredDestinationSchema = sharedDestinationSchema.extend({
  /** Against the destinations that are here. */
  state: z.enum(['new', 'changed', 'same']),
  /** Of a changed one: as it is here. */
  was: z.object({ name, config: destinationConfigSchema }).nullable(),
  /** Whether its secret has to be given before something can be published there. */
  asksSecret: z.boolean(),
});
export type OfferedDestination = z.infer<typeof offeredDestinationSchema>;

/** What a file of settings would bring. */
export const settingsOfferSchema = z.object({
  maker: z.object({ name: z.string(), fingerprint: z.string(), isSelf: z.boolean() }),
  house: houseSchema.extend({ isSame: z.boolean() }),
  destinations: z.array(offeredDestinationSchema),
  /** Certificates that are fit to be taken in. */
  authorities: z.array(authoritySchema.extend({ isHere: z.boolean() })),
});
export type SettingsOffer = z.infer<typeof settingsOfferSchema>;

export const settingsFileCalls = {
  /** A save dialog; the file is signed by the person's key, and has no secret in it. */
  'settings.export': call(nothing, z.object({ path: z.string() })),
  /** An open dialog. Only reads and checks; `settings.take` takes in what was read last. */
  'settings.read': call(nothing, settingsOfferSchema, 1024),
  /** Takes in what a person chose of it: destinations and certificates by their ids and fingerprints in the file. */
  'settings.take': call(
    z.strictObject({
      house: z.boolean(),
      destinations: z.array(idSchema).max(200),
      authorities: z.array(z.string().max(200)).max(100),
    }),
    done,
  ),
};
