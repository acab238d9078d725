import { app } from 'electron';

const waiting: string[] = [];
let announce: () => void = () => {};

/** The `.copydesk` files that somebody opened from outside, until the window asks for them, one by one. */
export const pendingHandoff = {
  put(file: string): void {
    if (!waiting.includes(file)) waiting.push(file);
    announce();
  },
  take: (): string | null => waiting.shift() ?? null,
  /** Calls back for every file from now on. */
  onFile(listener: () => void): void {
    announce = listener;
  },
  /** Tells once more of files that nobody has taken: what was told to a page that was still loading is lost. */
  remind(): void {
    if (waiting.length > 0) announce();
  },
};

/** macOS hands files over by this event, possibly before `ready`. */
export function watchOpenedFiles(): void {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    pendingHandoff.put(file);
  });
}
