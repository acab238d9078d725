import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** `--profile=DIR`: another data folder, so that two people (or a test) can work beside each other on one machine. */
export function applyProfile(argv: readonly string[]): void {
  const folder = argument(argv, 'profile');
  if (!folder) return;
  mkdirSync(path.resolve(folder), { recursive: true }); // Electron takes only a folder that is there
  app.setPath('userData', path.resolve(folder));
}

/** The value of `--name=value`, or null. */
export function argument(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  return argv.find((item) => item.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** The `.copydesk` files the program was started with, as absolute paths. */
export const handoffArguments = (argv: readonly string[], folder: string): string[] =>
  argv
    .filter((item) => !item.startsWith('-') && item.toLowerCase().endsWith('.copydesk'))
    .map((file) => path.resolve(folder, file));
