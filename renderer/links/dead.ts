import type { LinkAnswer } from '../../preload/contract.ts';

const DEAD: readonly LinkAnswer['state'][] = ['notFound', 'noSite', 'noAnswer', 'certificate'];

/** Whether a reader who follows the link would find nothing. */
export const isDead = (answer: LinkAnswer | undefined): boolean => answer !== undefined && DEAD.includes(answer.state);
