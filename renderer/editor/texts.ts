import { useTranslation } from 'react-i18next';
import type vi from '../../resources/texts/editor.vi.json';

type Join<K extends string, V> = V extends string
  ? K
  : { [P in keyof V & string]: `${K}.${Join<P, V[P]>}` }[keyof V & string];
type Editor = (typeof vi)['editor'];
/** A text of the editor, by its key under `editor` in resources/texts. */
export type EditorText = { [K in keyof Editor & string]: Join<K, Editor[K]> }[keyof Editor & string];

/** The editor's texts in the window's language. */
export function useTexts(): (key: EditorText, values?: Record<string, string>) => string {
  const { t } = useTranslation();
  const translate = t as unknown as (key: string, values?: Record<string, string>) => string;
  return (key, values) => translate(`editor.${key}`, values);
}
