import { HOUSE_LIMITS, type Limits } from '../../story/limits.ts';
import type { StorySession } from './types.ts';

/** The limits that hold for the open story. */
export const limitsFor = (_session: StorySession): Limits => HOUSE_LIMITS;
