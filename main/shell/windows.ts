import type { BrowserWindow, Rectangle } from 'electron';
import type { Command, EventName, Events, Result, WindowRole } from '../../preload/contract.ts';
import type { PrefsFile } from '../prefs.ts';
import type { Texts } from '../texts.ts';
import { createHolders } from './holders.ts';
import { createQuestions } from './questions.ts';
import { type DeskWindow, openWindow } from './window.ts';

/** The program's windows: one desk, and one for each story that has a window of its own. */
export type Windows = ReturnType<typeof createWindows>;

/** How far a story's window stands from the desk's, in pixels. */
const STEP = 32;

export function createWindows({ prefs, texts, folder }: { prefs: PrefsFile; texts: Texts; folder: string }) {
  const all = new Set<DeskWindow>();
  const holders = createHolders<DeskWindow>();
  const questions = createQuestions<DeskWindow>();
  const find = (role: WindowRole['kind']) => [...all].filter((desk) => desk.role.kind === role);
  const of = (sender: unknown): DeskWindow | null =>
    [...all].find(({ window }) => !window.isDestroyed() && window.webContents === sender) ?? null;
  const forget = (desk: DeskWindow) => {
    holders.releaseAll(desk);
    questions.gone(desk);
  };

  function add(role: WindowRole, bounds: Partial<Rectangle> | null): DeskWindow {
    const onFreshPage = () => forget(desk);
    const desk = openWindow({ texts, folder, bounds, role, onFreshPage });
    all.add(desk);
    desk.window.webContents.on('did-navigate', () => scale(desk));
    desk.window.on('closed', () => {
      all.delete(desk);
      forget(desk);
    });
    return desk;
  }
  function scale({ window }: DeskWindow): void {
    if (!window.isDestroyed()) window.webContents.setZoomFactor(prefs.get().scale ?? 1);
  }
  function openDesk(): DeskWindow {
    const desk = add({ kind: 'desk' }, prefs.windowBounds());
    desk.window.on('close', () => prefs.setWindowBounds(desk.window.getNormalBounds()));
    return desk;
  }
  function comeForward(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore();
    window.focus();
  }
  /** Beside the window it was asked for in, a step lower, of the same size. */
  function placeBeside(sender: unknown): Partial<Rectangle> | null {
    const bounds = of(sender)?.window.getNormalBounds();
    return bounds ? { ...bounds, x: bounds.x + STEP, y: bounds.y + STEP } : null;
  }
  /** Asks the window that has a story to save it and let it go. */
  async function letGo(holder: DeskWindow, storyId: string): Promise<boolean> {
    const agreed = await questions.ask(holder, (question) => holder.send('story.wanted', { question, storyId }));
    if (!agreed) return false;
    holders.release(storyId, holder);
    if (holder.role.kind === 'story' && !holder.window.isDestroyed()) holder.window.close();
    return true;
  }

  return {
    of,
    knows: (sender: unknown): boolean => of(sender) !== null,
    role: (sender: unknown): WindowRole => of(sender)?.role ?? { kind: 'desk' },
    crash: (sender: unknown): number | null => of(sender)?.crashes.take() ?? null,
    send<K extends EventName>(name: K, payload: Events[K]): void {
      for (const desk of all) desk.send(name, payload);
    },
    /** A menu's command is for the window in front. */
    command(command: Command): void {
      const [first] = all;
      ([...all].find(({ window }) => window.isFocused()) ?? first)?.send('command', { command });
    },
    /** The desk comes forward, or is opened; and does the command there. */
    showDesk(command: Command | null): void {
      const [there] = find('desk');
      const desk = there ?? openDesk();
      if (there) comeForward(there.window);
      if (command) desk.send('command', { command });
    },
    /** A story in a window of its own, or the window that has it, brought forward. */
    openStory(storyId: string, sender: unknown): void {
      const there =
        holders.holder(storyId) ?? find('story').find(({ role }) => 'storyId' in role && role.storyId === storyId);
      if (there && there !== of(sender)) comeForward(there.window);
      else add({ kind: 'story', storyId }, placeBeside(sender));
    },
    /**
     * The story for the window that asks. Where another one has it: `openElsewhere`, and that one comes forward; with
     * `take` that one is asked to save and let go first, and only where it cannot: `openElsewhere`.
     */
    async hold(storyId: string, sender: unknown, take: boolean): Promise<Result<null>> {
      const desk = of(sender);
      const holder = holders.holder(storyId);
      if (!desk) return { ok: false, code: 'forbidden' };
      if (holder && holder !== desk && !(take && (await letGo(holder, storyId)))) {
        comeForward(holder.window);
        return { ok: false, code: 'openElsewhere' };
      }
      holders.give(storyId, desk);
      return { ok: true, value: null };
    },
    holds: (storyId: string, sender: unknown): boolean => holders.holder(storyId) === of(sender),
    leave(storyId: string, sender: unknown): void {
      const desk = of(sender);
      if (desk) holders.release(storyId, desk);
    },
    answer(sender: unknown, question: number, agrees: boolean): void {
      const desk = of(sender);
      if (desk) questions.answer(desk, question, agrees);
    },
    /** Asks every window to save and let go of its story; true where all have. */
    async letGoOfAll(): Promise<boolean> {
      const asked = [...all].map((desk) =>
        questions.ask(desk, (question) => desk.send('library.closing', { question })),
      );
      return (await Promise.all(asked)).every(Boolean);
    },
    /** Everything in the windows as large as the preferences say. */
    scale: (): void => all.forEach(scale),
    /** Every page afresh. */
    reload(): void {
      for (const { window } of all) if (!window.isDestroyed()) window.webContents.reload();
    },
  };
}
