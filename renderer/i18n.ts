import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../resources/texts/en.json' with { type: 'json' };
import vi from '../resources/texts/vi.json' with { type: 'json' };
import type { Language } from '../story/model.ts';

export const texts = { vi, en };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

void i18next.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: false,
  supportedLngs: ['vi', 'en'],
  resources: { vi: { translation: texts.vi }, en: { translation: texts.en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

export const t = i18next.t;

export const language = (): Language => (i18next.language === 'en' ? 'en' : 'vi');

/** Changes every text in the window, and the page's language for screen readers and hyphenation. */
export function setLanguage(next: Language): void {
  void i18next.changeLanguage(next);
  document.documentElement.lang = next;
}
