import { useTranslation } from 'react-i18next';
import { CAPTION_LIMIT, type CaptionHouse, TEMPLATE_MARKS, templatesOf } from '../../story/photo/template.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';

/** How the house writes captions and credits. What is as usual in the language is not kept, so that it follows it. */
export function CaptionSettings() {
  const { t } = useTranslation();
  const { captions = {}, language } = useStore(prefs);
  const usual = templatesOf(undefined, language);
  const now = templatesOf(captions, language);
  const keep = (part: keyof CaptionHouse, value: string | number, isUsual: boolean) => {
    const { [part]: before, ...others } = captions;
    if (before !== value) void setPrefs({ captions: isUsual ? others : { ...others, [part]: value } });
  };
  const template = (part: 'caption' | 'credit', maxLength: number) => (
    <TextField
      key={`${part}${language}`}
      label={t(`settings.captions.${part}`)}
      defaultValue={now[part]}
      placeholder={usual[part]}
      maxLength={maxLength}
      autoComplete="off"
      spellCheck={false}
      onBlur={({ currentTarget }) => {
        const value = currentTarget.value.normalize('NFC').trim();
        if (value !== now[part]) keep(part, value, value === usual[part]);
      }}
    />
  );
  return (
    <>
      <div className={styles.pair}>
        {template('credit', 200)}
        <NumberField
          label={t('settings.captions.limit')}
          value={captions.limit ?? CAPTION_LIMIT}
          min={40}
          max={2000}
          step={10}
          onChange={(value) => keep('limit', Math.round(value), value === CAPTION_LIMIT)}
        />
      </div>
      {template('caption', 500)}
      <p className={`${ui.muted} ${ui.small}`}>
        {t('settings.captions.hint', { marks: TEMPLATE_MARKS.map((mark) => `{${mark}}`).join(' ') })}
      </p>
    </>
  );
}
