import { newId as makeId } from '../../ids.ts';
import type { Story, Suggestion } from '../../model.ts';
import type { Reviewer } from '../approval.ts';

type Bare<S> = S extends Suggestion ? Omit<S, 'id' | 'by' | 'name' | 'at' | 'decided'> : never;

/** Who suggests, and when: an instant. */
export type Author = Reviewer & { at: string; newId?: () => string };

/** The suggestions there are, and those that one edit adds. */
export type Recorder = {
  get(id: string): Suggestion | undefined;
  isOwn(id: string): boolean;
  add(suggestion: Bare<Suggestion>): string;
  /** An id for a block that tracking makes. */
  newBlock(): string;
  readonly added: Story['suggestions'];
};

export function createRecorder(known: Story['suggestions'], author: Author): Recorder {
  const added: Story['suggestions'] = {};
  const get = (id: string) => added[id] ?? known[id];
  return {
    get,
    isOwn: (id) => get(id)?.by === author.fingerprint,
    add(suggestion) {
      const id = (author.newId ?? makeId)();
      added[id] = { id, by: author.fingerprint, name: author.name, at: author.at, ...suggestion } as Suggestion;
      return id;
    },
    newBlock: () => (author.newId ?? makeId)(),
    added,
  };
}
