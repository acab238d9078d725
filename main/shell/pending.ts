import { app } from 'electron';

let waiting: string | null = null;
let announce: () => void = () => {};

/** A `.copydesk` file that somebody opened from outside, until the window asks for it. Only the newest is kept. */
export const pendingHandoff = {
  put(file: string | null): void {
    if (!file) return;
    waiting = file;
    announce();
  },
  take(): string | null {
    const file = waiting;
    waiting = null;
    return file;
  },
  /** Calls back for every file from now on. */
  onFile(listener: () => void): void {
    announce = listener;
  },
  /** Tells once more of a file that nobody has taken: what was told to a page that was still loading is lost. */
  remind(): void {
    if (waiting) announce();
  },
};

/** macOS hands files over by this event, possibly before `ready`. */
export function watchOpenedFiles(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    pendingHandoff.put(file);
  });
}
