import { v7 } from 'uuid';
import { z } from './zod.ts';

/** A UUIDv7 (RFC 9562), lower case: sorts by the time it was made. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** A new id for a story, block, thread, comment or job. */
export const newId = (): string => v7();
