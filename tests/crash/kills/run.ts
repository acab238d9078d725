// npm run crash: lets somebody type, take photos in and publish, kills the program again and again, at random moments and at
// every named point in turn, opens the library anew each time, and counts what is lost.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POINTS, type Point } from '../../../main/points.ts';
import { photo } from '../../fixtures/photo.ts';
import { mulberry } from '../random.ts';
import { checkBackups } from './backups.ts';
import { examine } from './examine.ts';
import { hurtSchema, hurtSnapshot, makeOldLibrary } from './hurt.ts';
import { Ledger } from './ledger.ts';
import { Person } from './process.ts';
import type { Focus, Order } from './said.ts';

export type Figures = { kills: number; lost: number; seed: number; points: Partial<Record<Point | 'random', number>> };
type Options = { kills: number; seed: number; log?: (line: string) => void };

/** A library lives through so many kills, then another one is begun. */
const LIFE = 25;
/** What somebody at a desk passes; a restore and a move close the library and have tests of their own. */
export const PASSED = POINTS.filter((name) => !/^(restore|move)/.test(name));
const LONGEST_DELAY_MS = 600;
/** After so many steps a point has been missed; what takes long is not done so often. */
const STEPS = 100;
const SLOW_STEPS = 8;
const PLACES = ['library', 'out', 'backups', 'scratch'];

const FOCUS: Record<string, Focus> = {
  flush: 'type',
  snapshot: 'checkpoint',
  recovery: 'checkpoint',
  photo: 'photo',
  file: 'photo',
  enqueue: 'publish',
  complete: 'publish',
  folder: 'publish',
  delete: 'delete',
  compaction: 'rest',
  backup: 'backup',
};
const SLOW: ReadonlySet<Focus> = new Set(['rest', 'backup']);
/** Passed but once or twice in a session. */
const SELDOM = /^(migration|salvage|mend)/;

/** Kills so many times. `lost`: how many things were not as they had been acknowledged; each is logged. */
export async function runKills({ kills, seed, log = () => undefined }: Options): Promise<Figures> {
  const base = mkdtempSync(join(tmpdir(), 'copydesk-kills-'));
  const random = mulberry(seed);
  const pictures = await Promise.all([1, 2, 3].map((n) => photo('jpeg', 320, 200, n)));
  const paths = pictures.map((bytes, n) => {
    const path = join(base, `${n}.jpg`);
    writeFileSync(path, bytes);
    return path;
  });
  const figures: Figures = { kills: 0, lost: 0, seed, points: {} };
  let lives = 0;

  function beginLife(isOld: boolean) {
    const place = join(base, `${lives}`);
    const [folder, out, backups, scratch] = PLACES.map((name) => join(place, name)) as [string, string, string, string];
    mkdirSync(place);
    const lifeSeed = seed + lives++;
    let lost = 0;
    const wrong = (what: string) => {
      lost++;
      figures.lost++;
      log(`LOST after ${figures.kills} kills (seed ${seed}, in ${folder}): ${what}`);
    };
    const ledger = new Ledger(lifeSeed, pictures, wrong);
    if (isOld) for (const said of makeOldLibrary(folder, lifeSeed, 3, pictures)) ledger.hear(said);
    const snapshots = new Map<string, string>();
    return {
      ...{ folder, ledger, kills: 0, isFresh: true },
      order: (more: Pick<Order, 'at' | 'focus'>): Order => {
        const { begun, taken } = ledger;
        return {
          folder,
          out,
          backups,
          photos: paths,
          seed: lifeSeed,
          begun,
          taken,
          steps: SLOW.has(more.focus) ? SLOW_STEPS : STEPS,
          ...more,
        };
      },
      look: async () => {
        // What is half salvaged is the next start's to finish.
        if (!ledger.hurt) examine({ folder, out, scratch, pictures }, ledger, snapshots, wrong);
        await checkBackups(backups, ledger, wrong);
      },
      /** Damage done by hand is not the program's. */
      hurtBy: (damage: (folder: string) => boolean) => {
        if (ledger.hurt) return;
        ledger.hurt = damage(folder);
        snapshots.clear();
      },
      end: () => {
        if (lost === 0) rmSync(place, { recursive: true });
      },
    };
  }

  let life = beginLife(false);
  let waiting = new Person();
  let turn = 0;
  let missed = 0;
  try {
    while (figures.kills < kills) {
      const name = turn % 2 === 0 ? (PASSED[(turn / 2) % PASSED.length] as Point) : null;
      const isMigration = name?.startsWith('migration') ?? false;
      if (life.kills >= LIFE || (isMigration && !life.isFresh)) {
        life.end();
        life = beginLife(isMigration || random() < 0.3);
      }
      if (name?.startsWith('salvage')) life.hurtBy(hurtSchema);
      if (name?.startsWith('mend')) life.hurtBy(hurtSnapshot);
      const nth = name === null || SELDOM.test(name) || missed > 0 ? 1 : 1 + Math.floor(random() * 3);
      const at = name && { name, nth };
      const order = life.order({ at, focus: FOCUS[name?.split('.')[0] ?? ''] ?? 'any' });
      const person = waiting;
      waiting = new Person();
      const after = random() < 0.3 ? 'sent' : 'opened';
      const moment = name === null ? ({ ms: random() * LONGEST_DELAY_MS, after } as const) : null;
      const outcome = await person.work(order, moment, (said) => life.ledger.hear(said));
      life.isFresh = false;
      if (outcome === 'failed') throw new Error(`a session (${JSON.stringify(order)}): ${person.trouble}`);
      if (outcome === 'killed') {
        figures.kills++;
        life.kills++;
        const counted = name ?? 'random';
        figures.points[counted] = (figures.points[counted] ?? 0) + 1;
        if (figures.kills % 50 === 0) log(`${figures.kills} kills, ${figures.lost} lost`);
      }
      await life.look();
      // A point that was not passed is tried once more; then its turn is over.
      missed = outcome === 'killed' || missed > 0 ? 0 : 1;
      if (missed === 0) turn++;
    }
    life.end();
  } finally {
    waiting.end();
    if (figures.lost === 0) rmSync(base, { recursive: true, force: true });
  }
  return figures;
}
