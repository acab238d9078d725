import { type TakenBack, takenBack } from './rules.ts';

/** How much of the text before the caret makes a place known again. */
const CONTEXT = 40;
/** Corrections that undo may still reach. */
const MOST = 100;

type Done = { place: string; text: string; read: () => string; entry: TakenBack | null };

/** What was put right, and what of it was undone: a place where a person has said no is left alone. */
export type Memory = {
  /** `text`: from the start of the block or field to the caret, as it was typed. `read` gives what stands there now. */
  done(place: string, text: string, read: () => string, entry: TakenBack | null): void;
  isRefused(place: string, text: string): boolean;
  /** Something was undone: sees which corrections. Whether there are any. */
  undone(): boolean;
};

export function createMemory(): Memory {
  const refused = new Set<string>();
  let made: Done[] = [];
  const key = (place: string, text: string) => `${place} ${text.slice(-CONTEXT)}`;
  return {
    done(place, text, read, entry) {
      made = [...made.slice(1 - MOST), { place, text, read, entry }];
    },
    isRefused: (place, text) => refused.has(key(place, text)),
    undone() {
      const isBack = ({ text, read }: Done) => read().startsWith(text);
      const back = made.filter(isBack);
      if (back.length === 0) return false;
      made = made.filter((one) => !back.includes(one));
      for (const { place, text, entry } of back) {
        refused.add(key(place, text));
        if (entry) takenBack.set({ ...entry });
      }
      return true;
    },
  };
}
