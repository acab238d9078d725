import { useEffect } from 'react';
import type { StyleFinding } from '../../story/style/find.ts';
import type { StyleRule } from '../../story/style/rules.ts';
import { coreOf } from '../editor/core.ts';
import type { Passage } from '../editor/find/texts.ts';
import { keyOf } from '../editor/spelling/place.ts';
import type { StorySession } from '../editor/types.ts';
import { createStore, type Store, useStore } from '../store.ts';
import { createWhenQuiet } from '../whenQuiet.ts';
import { type Checked, createChecker } from './checker.ts';
import { activeRules, houseMark, stoppedRules, styleHouse } from './house.ts';
import { styleTexts } from './texts.ts';

/** What a rule found in the open story, and where. */
export type Spot = StyleFinding & { passage: Passage };

/** After the last change of the story, in milliseconds. */
const QUIET = 800;

export type StyleCheck = {
  readonly spots: Store<readonly Spot[]>;
  /** How often it has looked to the end. */
  readonly looked: Store<number>;
  /** Looks again after every change, once it is quiet, until the returned undo is called. */
  watch(): () => void;
  /** Looks at once. */
  look(): Promise<void>;
  /** Leaves this finding alone as long as the story is open. */
  ignoreOnce(spot: Spot): void;
};

const NOTHING: Checked = { kind: 'found', found: [] };
const checks = new WeakMap<StorySession, StyleCheck>();

/** The check of an open story: whoever shows what it finds shares it. */
export function checkOf(session: StorySession): StyleCheck {
  const check = checks.get(session) ?? createCheck(session);
  checks.set(session, check);
  return check;
}

function createCheck(session: StorySession): StyleCheck {
  const checker = createChecker();
  const spots = createStore<readonly Spot[]>([]);
  const looked = createStore(0);
  const once = new Set<string>();
  /** What these rules found in the texts that stood there at the last look: only what is new is looked at. */
  let known: { rules: readonly StyleRule[]; found: Map<string, StyleFinding[]> } = { rules: [], found: new Map() };
  let watchers = 0;
  let undo: (() => void)[] = [];

  const quiet = createWhenQuiet(() => {
    const core = coreOf(session);
    if (core.composing || core.editor.isComposing()) quiet.soon(QUIET);
    else void look();
  });
  let looks = 0;
  let latest: Promise<void> = Promise.resolve();

  function look(): Promise<void> {
    quiet.stop();
    latest = lookNow(++looks);
    return latest;
  }
  async function lookNow(number: number): Promise<void> {
    const texts = styleTexts(session.story(), houseMark.get());
    for (;;) {
      const rules = activeRules();
      if (known.rules !== rules) known = { rules, found: new Map() };
      const { found } = known;
      const news = new Map(texts.filter(({ key }) => !found.has(key)).map((one) => [one.key, one.text]));
      const checked = news.size === 0 ? NOTHING : await checker.check({ texts: [...news.values()], rules });
      // The look that came after this one knows more.
      if (number !== looks) return latest;
      if (checked.kind === 'found') {
        for (const [index, key] of [...news.keys()].entries()) found.set(key, checked.found[index] ?? []);
        known = { rules, found: new Map(texts.map(({ key }) => [key, found.get(key) ?? []])) };
        show(texts.flatMap(({ key, passage }) => found.get(key)?.map((one) => ({ ...one, passage })) ?? []));
        looked.set(number);
        return;
      }
      const slow = checked.kind === 'slow' ? rules.find(({ id }) => id === checked.rule) : undefined;
      if (!slow) return;
      stoppedRules.set((now) => new Map(now).set(slow.id, slow));
    }
  }
  function show(found: Spot[]): void {
    const { ignored } = styleHouse.get().decisions;
    const forEver = new Set(ignored.map(({ rule, words }) => `${rule}\n${words}`));
    const left = found.filter((spot) => !once.has(onceKey(spot)) && !forEver.has(`${spot.rule}\n${spot.found}`));
    // Nothing is rendered anew where nothing has changed.
    const before = spots.get();
    const isSame = left.length === before.length && left.every((spot, at) => isOne(spot, before[at] as Spot));
    if (!isSame) spots.set(left);
  }
  return {
    spots,
    looked,
    look,
    watch() {
      watchers += 1;
      if (watchers === 1) {
        const heard = ['body', 'fields', 'language'];
        undo = [
          session.subscribe((event) => heard.includes(event) && quiet.soon(QUIET)),
          styleHouse.subscribe(() => quiet.soon(0)),
          houseMark.subscribe(() => quiet.soon(0)),
        ];
        quiet.soon(0);
      }
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        watchers -= 1;
        if (watchers > 0) return;
        quiet.stop();
        for (const end of undo) end();
        checker.stop();
      };
    },
    ignoreOnce(spot) {
      once.add(onceKey(spot));
      show([...spots.get()]);
    },
  };
}

const isOne = (one: Spot, other: Spot): boolean =>
  one.from === other.from &&
  one.found === other.found &&
  one.rule === other.rule &&
  one.instead === other.instead &&
  one.passage.text === other.passage.text &&
  keyOf(one.passage.place) === keyOf(other.passage.place);

/** Where a finding stands, so that it is known again when text comes or goes elsewhere. */
function onceKey({ rule, from, to, passage: { place, text } }: Spot): string {
  return JSON.stringify([rule, place, text.slice(Math.max(0, from - 15), to + 15)]);
}

/** What the house style finds in the open story, kept up to date as long as the component is there. */
export function useSpots(session: StorySession): readonly Spot[] {
  const check = checkOf(session);
  useEffect(() => check.watch(), [check]);
  return useStore(check.spots);
}

/** Whether a rule that blocks publication finds something in the story as it stands now. */
export async function isStyleInTheWay(session: StorySession): Promise<boolean> {
  const blocking = new Set(activeRules().flatMap(({ id, blocks }) => (blocks ? [id] : [])));
  if (blocking.size === 0) return false;
  const check = checkOf(session);
  await check.look();
  return check.spots.get().some(({ rule }) => blocking.has(rule));
}
