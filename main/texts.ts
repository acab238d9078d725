import en from '../resources/texts/en.json' with { type: 'json' };
import vi from '../resources/texts/vi.json' with { type: 'json' };
import type { Language } from '../story/model.ts';

/** Main's few texts (menu, dialogs), out of the same files as the window's. The key is a dotted path. */
export type Texts = (key: string) => string;

/** Throws on a key that is not there: both files are complete, and a test holds them so. */
export function textsFor(language: () => Language): Texts {
  return (key) => {
    let value: unknown = language() === 'vi' ? vi : en;
    for (const part of key.split('.')) value = (value as Record<string, unknown> | undefined)?.[part];
    if (typeof value !== 'string') throw new Error(`no text for ${key}`);
    return value;
  };
}
