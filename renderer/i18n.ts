import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import compareEn from '../resources/texts/compare.en.json' with { type: 'json' };
import compareVi from '../resources/texts/compare.vi.json' with { type: 'json' };
import editorEn from '../resources/texts/editor.en.json' with { type: 'json' };
import editorVi from '../resources/texts/editor.vi.json' with { type: 'json' };
import en from '../resources/texts/en.json' with { type: 'json' };
import handoffEn from '../resources/texts/handoff.en.json' with { type: 'json' };
import handoffVi from '../resources/texts/handoff.vi.json' with { type: 'json' };
import historyEn from '../resources/texts/history.en.json' with { type: 'json' };
import historyVi from '../resources/texts/history.vi.json' with { type: 'json' };
import suggestEn from '../resources/texts/suggest.en.json' with { type: 'json' };
import suggestVi from '../resources/texts/suggest.vi.json' with { type: 'json' };
import vi from '../resources/texts/vi.json' with { type: 'json' };
import workflowEn from '../resources/texts/workflow.en.json' with { type: 'json' };
import workflowVi from '../resources/texts/workflow.vi.json' with { type: 'json' };
import type { Language } from '../story/model.ts';

/** Everything the window says. What has a file of its own stands under that name. */
export const texts = {
  vi: { ...vi, ...editorVi, ...historyVi, ...handoffVi, ...suggestVi, ...workflowVi, ...compareVi },
  en: { ...en, ...editorEn, ...historyEn, ...handoffEn, ...suggestEn, ...workflowEn, ...compareEn },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof texts.vi };
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
