import { useTranslation } from 'react-i18next';
import { language } from '../i18n.ts';
import { zoneName } from '../inspector/moment.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './settings.module.css';

/** Where Vietnamese newsrooms and their correspondents sit. */
const ZONES = [
  'Asia/Ho_Chi_Minh',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Moscow',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
];

/** What holds for the whole house: the mark that closes a story, and its time. */
export function Newsroom() {
  const { t } = useTranslation();
  const { closingMark, timeZone } = useStore(prefs);
  const zones = ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  return (
    <div className={styles.pair}>
      <TextField
        // A file of settings may bring another one: a field left with the old one would write it back.
        key={closingMark}
        label={t('settings.closingMark')}
        defaultValue={closingMark}
        placeholder="./."
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        hint={t('settings.closingMarkHint')}
        onBlur={(event) => {
          const mark = event.currentTarget.value.trim();
          if (mark !== closingMark) void setPrefs({ closingMark: mark });
        }}
      />
      <Select
        label={t('settings.timeZone')}
        value={timeZone}
        items={zones.map((value) => ({ value, label: `${zoneName(value, language())} (${value})` }))}
        onChange={(next) => void setPrefs({ timeZone: next })}
      />
    </div>
  );
}
