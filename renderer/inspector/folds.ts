import type { FieldName } from '../../story/model.ts';
import { createStore } from '../store.ts';

export const FOLDS = [
  'headlines',
  'filing',
  'byline',
  'planning',
  'sources',
  'links',
  'notes',
  'pastes',
  'counts',
  'history',
] as const;
export type FoldName = (typeof FOLDS)[number];

/** Which parts of the Story tab are open, for as long as the window is. */
export const folds = createStore<Readonly<Record<FoldName, boolean>>>({
  headlines: true,
  filing: true,
  byline: false,
  planning: false,
  sources: false,
  links: false,
  notes: true,
  pastes: false,
  counts: true,
  history: true,
});

export const setFold = (name: FoldName, open: boolean): void => folds.set((now) => ({ ...now, [name]: open }));

/** Where a field stands in the Story tab. */
const PLACES: Partial<Record<FieldName, FoldName>> = {
  headlineWeb: 'headlines',
  headlineShort: 'headlines',
  headlineSeo: 'headlines',
  headlineSocial: 'headlines',
  section: 'filing',
  tags: 'filing',
  slug: 'filing',
  priority: 'planning',
  embargo: 'planning',
  wordTarget: 'planning',
  correction: 'planning',
  sources: 'sources',
  editorNote: 'sources',
};

/** The part of the Story tab that a field is in; null: it is on the page. */
export const foldOf = (name: FieldName): FoldName | null => PLACES[name] ?? null;
