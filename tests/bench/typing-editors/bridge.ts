import type { Found, OpenedStory, Start, StyleHouse } from '../../../preload/contract.ts';
import builtIn from '../../../resources/style/vi.json' with { type: 'json' };
import { emptyStory, type Story } from '../../../story/model.ts';
import { decisionsSchema } from '../../../story/style/house.ts';
import { styleFileSchema } from '../../../story/style/rules.ts';
import { SWITCHES, TYPING } from '../../../story/text/corrections/settings.ts';
import { HOUSE_TIME_ZONE } from '../../../story/text/embargo.ts';
import { SPELLING } from '../../../story/text/spelling.ts';

/** What the page of the app finds behind its bridge: a library of two stories, of which the empty one is open. */
export type Behind = { start: Start; found: Found; stories: Record<string, OpenedStory>; style: StyleHouse };

/**
 * The second row of the library is `story`. `checks`: what looks at the text while it is written, that is spelling with the
 * house's placement, the house's style, and what is put right while typing: as the program comes, all of it, or none.
 */
export function behind(story: Story, checks: Checks = 'usual'): Behind {
  const { name, rules } = styleFileSchema.parse(builtIn);
  const empty = emptyStory('vi', story.createdAt);
  const row = ({ id, fields, createdAt }: Story) => ({
    id,
    headline: fields.headline,
    kicker: '',
    section: '',
    byline: '',
    tags: [],
    status: 'draft' as const,
    changedSince: false,
    assignee: null,
    deadline: '',
    words: 0,
    createdAt,
    updatedAt: createdAt,
    destinations: [],
    pinned: false,
    trashedAt: null,
    openedAt: null,
    hit: null,
  });
  const opened = (one: Story): OpenedStory => ({ story: one, seq: 0, readOnly: false, problem: null });
  return {
    start: {
      version: '0',
      prefs: {
        language: 'vi',
        theme: 'light',
        lastStoryId: empty.id,
        lastDestinationId: null,
        libraryFolder: null,
        typing: checks === 'none' ? { ...TYPING, ...NOTHING_PUT_RIGHT } : TYPING,
        spelling: { ...SPELLING, on: checks !== 'none', placement: checks === 'all' ? 'old' : null },
        closingMark: './.',
        timeZone: HOUSE_TIME_ZONE,
        shortcuts: {},
      },
      person: { name: 'Người gõ', fingerprint: '0' },
      online: true,
      secretsProtected: true,
      personKey: 'kept',
      libraryProblem: null,
      library: { state: 'open' },
      window: { kind: 'desk' },
      crashedAt: null,
    },
    found: {
      total: 2,
      isCut: false,
      rows: [row(empty), row(story)],
      facets: { statuses: {}, sections: [], authors: [], destinations: [] },
    },
    stories: { [empty.id]: opened(empty), [story.id]: opened(story) },
    style: {
      sets: checks === 'none' ? [] : [{ id: 'builtin', name, rules }],
      decisions: decisionsSchema.parse({}),
      unreadable: [],
    },
  };
}

export type Checks = 'usual' | 'all' | 'none';
const NOTHING_PUT_RIGHT = Object.fromEntries(SWITCHES.map((name) => [name, false]));

/**
 * Runs in the page before it loads: the bridge that the preload would put there. Like Electron's it clones what crosses;
 * records are acknowledged after two milliseconds, and kept. Calls that typing does not need fail.
 */
export function installBridge({ start, found, stories, style }: Behind): void {
  const records: { bytes: number; blocks: number }[] = [];
  const answer = (name: string, input: Record<string, unknown>): unknown => {
    switch (name) {
      case 'app.start':
        return start;
      case 'library.find':
        return found;
      case 'story.open':
        return stories[input.id as string];
      case 'story.append': {
        const change = input.change as { blocks?: unknown[] };
        records.push({ bytes: JSON.stringify(change).length, blocks: change.blocks?.length ?? 0 });
        return { seq: (input.expectedSeq as number) + 1, at: new Date().toISOString() };
      }
      case 'destination.list':
      case 'publish.jobs':
      case 'publish.receipts':
      case 'recovery.report':
      case 'history.list':
      case 'template.list':
        return [];
      case 'style.list':
        return style;
      case 'word.list':
        return { words: [] };
      case 'notes.get':
        return { text: '', at: null };
      case 'health.read':
        return { disk: null, clock: null };
      case 'history.worked':
        return { ms: 0, authors: [] };
      case 'prefs.set':
        return { ...start.prefs, ...input };
      case 'story.checkpoint':
      case 'story.leave':
        return null;
      default:
        return undefined;
    }
  };
  const copydesk = {
    async call(name: string, input: unknown) {
      const value = answer(name, structuredClone(input) as Record<string, unknown>);
      await new Promise((done) => setTimeout(done, 2));
      return value === undefined ? { ok: false, code: 'notFound' } : structuredClone({ ok: true, value });
    },
    on: () => () => {},
  };
  Object.assign(window, { copydesk, records });
}
