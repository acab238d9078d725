export { isSamePhoto } from './address.ts';
export { comparePage, type PageComparison, type SentPage } from './compare.ts';
