import type { Find } from '../../../preload/contract.ts';

/** Everything in the library, the last changed first. */
export const EVERYTHING: Find = {
  text: '',
  shelf: 'all',
  statuses: [],
  sections: [],
  authors: [],
  destinations: [],
  from: null,
  before: null,
  sort: 'updated',
  descending: true,
  offset: 0,
  limit: 500,
};
