import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import { type ReadList, readList, readWords, writeList } from '../../story/text/corrections/file.ts';
import { call } from '../api.ts';
import { prefs, setPrefs } from '../state.ts';
import { Button } from '../ui/Button.tsx';
import { Segments } from '../ui/Segments.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';

const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** The house's lists of corrections and their exceptions, a line each; both languages are saved together. */
export function TypingLists({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [language, setLanguage] = useState<Language>(prefs.get().language);
  const [bad, setBad] = useState<Record<Language, number[]>>({ vi: [], en: [] });
  const control = (name: 'list' | 'exceptions', of: Language) =>
    form.current?.elements.namedItem(`${name}-${of}`) as HTMLTextAreaElement;
  const read = (of: Language): ReadList => readList(control('list', of).value);

  const save = () => {
    const [vi, en] = [read('vi'), read('en')];
    setBad({ vi: vi.bad, en: en.bad });
    const wrong = [language, ...LANGUAGES].find((of) => (of === 'vi' ? vi : en).bad.length > 0);
    if (wrong) return setLanguage(wrong);
    const words = (of: Language) => readWords(control('exceptions', of).value);
    const lists = { vi: vi.list, en: en.list };
    void setPrefs({ typing: { ...prefs.get().typing, lists, exceptions: { vi: words('vi'), en: words('en') } } });
    notice(t('typing.saved'));
    onDone();
  };
  const take = async () => {
    const taken = await call('typing.import', {});
    if (!taken.ok) return problem(taken);
    // Shown, not yet saved: a person sees what comes in.
    const list = control('list', language);
    list.value = [list.value.trimEnd(), taken.value.text.trim()].filter((text) => text !== '').join('\n');
    notice(t('typing.imported', { count: readList(taken.value.text).list.length }));
  };
  const give = async () => {
    const name = `${t('typing.fileName')}-${language}.txt`;
    const given = await call('typing.export', { name, text: writeList(read(language).list) });
    if (given.ok) notice(t('typing.exported'));
    else problem(given);
  };

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Segments
        label={t('typing.listLanguage')}
        value={language}
        items={LANGUAGES.map((value) => ({ value, label: t(`typing.languages.${value}`) }))}
        onChange={setLanguage}
      />
      {LANGUAGES.map((of) => (
        <div key={of} className={styles.list} hidden={of !== language}>
          <TextField
            label={t('typing.list')}
            name={`list-${of}`}
            rows={8}
            defaultValue={writeList(prefs.get().typing.lists[of])}
            hint={t('typing.listHint')}
            error={bad[of].length > 0 ? t('typing.badLines', { lines: bad[of].join(', ') }) : null}
          />
          <TextField
            label={t('typing.exceptions')}
            name={`exceptions-${of}`}
            rows={3}
            defaultValue={prefs.get().typing.exceptions[of].join('\n')}
            hint={t('typing.exceptionsHint')}
          />
        </div>
      ))}
      <div className={ui.row}>
        <Button icon={Upload} onClick={() => void take()}>
          {t('typing.import')}
        </Button>
        <Button icon={Download} onClick={() => void give()}>
          {t('typing.export')}
        </Button>
      </div>
      <div className={ui.row}>
        <Button kind="primary" type="submit">
          {t('typing.save')}
        </Button>
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}
