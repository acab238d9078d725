import type { CallInput, Result } from '../../../preload/contract.ts';
import { createStore } from '../../store.ts';

/** The model that drafts captions and alt texts, as far as the editor sees it. */
export type Drafter = {
  /** Where a photo goes, as a person would say it: `localhost:11434`. */
  host: string;
  isHere: boolean;
  text(input: CallInput<'draft.text'>): Promise<Result<{ text: string }>>;
  cancel(id: string): void;
};

/** null: none is set up, or it is switched off. */
export const drafter = createStore<Drafter | null>(null);
