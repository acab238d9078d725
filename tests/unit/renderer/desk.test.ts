import { expect, test } from 'vitest';
import type { OpenedStory, Result } from '../../../preload/contract.ts';
import { createDesk, type DeskDeps } from '../../../renderer/desk/desk.ts';
import type { StorySession } from '../../../renderer/editor/types.ts';
import { emptyStory } from '../../../story/model.ts';

const failed = { ok: false, code: 'diskFull' } as const;

/** A desk over a scripted main and scripted sessions (labelled: they stand in for the store), and what happened, in order. */
function scripted() {
  const log: string[] = [];
  const script = {
    flush: async (_id: string): Promise<Result<{ seq: number }>> => ({ ok: true, value: { seq: 1 } }),
    beside: async (_id: string): Promise<Result<null>> => ({ ok: true, value: null }),
    dispose: async (_id: string): Promise<Result<null>> => ({ ok: true, value: null }),
    create: async (): Promise<Result<{ id: string }>> => ({ ok: true, value: { id: 'new' } }),
    open: async (id: string): Promise<Result<OpenedStory>> => {
      const story = { ...emptyStory('vi', '2021-06-14T00:00:00.000Z'), id };
      return { ok: true, value: { story, seq: 0, readOnly: false, problem: null } };
    },
  };
  const deps: DeskDeps = {
    open: (id) => {
      log.push(`open ${id}`);
      return script.open(id);
    },
    create: () => script.create(),
    openSession: ({ story }) => {
      log.push(`session ${story.id}`);
      const session: Partial<StorySession> = {
        storyId: story.id,
        flush: (reason) => {
          log.push(`flush ${story.id} ${reason}`);
          return script.flush(story.id);
        },
        dispose: () => {
          log.push(`dispose ${story.id}`);
          return script.dispose(story.id);
        },
      };
      return session as StorySession;
    },
    saveBeside: ({ storyId }) => {
      log.push(`beside ${storyId}`);
      return script.beside(storyId);
    },
    left: (id) => void log.push(`left ${id}`),
    remember: (id) => void log.push(`remember ${id}`),
    closeReady: () => void log.push('closeReady'),
    closeRefused: () => void log.push('closeRefused'),
  };
  return { log, script, desk: createDesk(deps) };
}

test('switching flushes and lets go of the open story before the other one is edited', async () => {
  const { desk, log } = scripted();
  await desk.open('a');
  log.length = 0;
  expect(await desk.open('b')).toEqual({ ok: true, value: null });
  const leaving = ['flush a switch', 'beside a', 'dispose a', 'beside a', 'left a'];
  expect(log).toEqual(['open b', ...leaving, 'session b', 'remember b']);
  expect(desk.session()?.storyId).toBe('b');
});

test('a story that cannot be saved is not left', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.flush = async () => failed;
  expect(await desk.open('b')).toEqual(failed);
  expect(desk.session()?.storyId).toBe('a');
  expect(log).not.toContain('dispose a');
  expect(log, 'the other one is free for another window').toContain('left b');
});

test('a story whose notes cannot be saved is not left', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.beside = async () => failed;
  expect(await desk.open('b')).toEqual(failed);
  expect(await desk.close()).toEqual(failed);
  expect(desk.session()?.storyId).toBe('a');
  expect(log).not.toContain('dispose a');
});

test('a story that cannot be opened leaves the open one untouched', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.open = async () => ({ ok: false, code: 'damaged' });
  expect(await desk.open('b')).toEqual({ ok: false, code: 'damaged' });
  expect(desk.session()?.storyId).toBe('a');
  expect(log).not.toContain('flush a switch');
});

test('with nothing open, a story that cannot be opened is shown as such', async () => {
  const { desk, script } = scripted();
  script.open = async () => ({ ok: false, code: 'damaged' });
  await desk.open('a');
  expect(desk.view.get()).toEqual({ kind: 'failed', id: 'a', failure: { ok: false, code: 'damaged' } });
});

test('of several stories asked for at once only the last is opened, one after the other', async () => {
  const { desk, log } = scripted();
  const results = await Promise.all([desk.open('a'), desk.open('b'), desk.open('c')]);
  expect(results.map((result) => result.ok)).toEqual([false, false, true]);
  expect(log.filter((line) => line.startsWith('session'))).toEqual(['session c']);
});

test('the open story is not opened twice', async () => {
  const { desk, log } = scripted();
  await desk.open('a');
  await desk.open('a');
  expect(log.filter((line) => line === 'open a')).toHaveLength(1);
});

test('a story that another window wants is saved and let go, another story is not', async () => {
  const { desk, log } = scripted();
  await desk.open('a');
  log.length = 0;
  expect(await desk.letGo('b')).toEqual({ ok: true, value: null });
  expect(log).toEqual([]);
  expect(await desk.letGo('a')).toEqual({ ok: true, value: null });
  expect(log).toEqual(['flush a switch', 'beside a', 'dispose a', 'beside a', 'left a']);
  expect(desk.view.get()).toEqual({ kind: 'empty' });
});

test('a story that cannot be saved is not let go', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.flush = async () => failed;
  expect(await desk.letGo(null)).toEqual(failed);
  expect(desk.session()?.storyId).toBe('a');
  expect(log).not.toContain('left a');
});

test('a new story is opened', async () => {
  const { desk } = scripted();
  await desk.open('a');
  await desk.create();
  expect(desk.session()?.storyId).toBe('new');
});

test('the story of the start does not come over the one asked for before it was there', async () => {
  const { desk } = scripted();
  const made = desk.create();
  await desk.begin('last');
  await made;
  expect(desk.session()?.storyId).toBe('new');
});

test('the desk begins with the last story, also where the person asked for one that cannot be made', async () => {
  const { desk, script } = scripted();
  script.create = async () => failed;
  await Promise.all([desk.create(), desk.begin('last')]);
  expect(desk.session()?.storyId).toBe('last');
});

test('the window closes once everything is saved', async () => {
  const { desk, log } = scripted();
  await desk.open('a');
  log.length = 0;
  await desk.close();
  expect(log).toEqual(['flush a close', 'beside a', 'dispose a', 'beside a', 'left a', 'closeReady']);
});

test('the window stays when something cannot be saved, until the person gives it up', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.flush = async () => failed;
  log.length = 0;
  expect(await desk.close()).toEqual(failed);
  expect(log).toEqual(['flush a close', 'closeRefused']);
  desk.closeAnyway();
  expect(log.at(-1)).toBe('closeReady');
});

test('words typed behind the last flush, and not saved when the story is let go, keep it open', async () => {
  const { desk, log, script } = scripted();
  await desk.open('a');
  script.dispose = async () => failed;
  expect(await desk.open('b')).toEqual(failed);
  expect(desk.session()?.storyId).toBe('a');
  log.length = 0;
  expect(await desk.close()).toEqual(failed);
  expect(log).toEqual(['flush a close', 'beside a', 'dispose a', 'closeRefused']);
  script.dispose = async () => ({ ok: true, value: null });
  expect(await desk.open('b')).toEqual({ ok: true, value: null });
  expect(desk.session()?.storyId).toBe('b');
});

test('a window without a story closes at once', async () => {
  const { desk, log } = scripted();
  await desk.begin(null);
  expect(desk.view.get()).toEqual({ kind: 'empty' });
  await desk.close();
  expect(log).toEqual(['closeReady']);
});

test('closing waits for a switch that is under way', async () => {
  const { desk, log } = scripted();
  await desk.open('a');
  log.length = 0;
  await Promise.all([desk.open('b'), desk.close()]);
  expect(log.slice(-6)).toEqual(['flush b close', 'beside b', 'dispose b', 'beside b', 'left b', 'closeReady']);
});
