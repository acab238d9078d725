import { useTranslation } from 'react-i18next';
import { SWITCHES } from '../../story/text/corrections/settings.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';

/** What is put right while typing: one switch each, and the way to the lists. */
export function TypingSwitches({ onLists }: { onLists: () => void }) {
  const { t } = useTranslation();
  const { typing } = useStore(prefs);
  return (
    <>
      <p className={ui.muted}>{t('typing.hint')}</p>
      <div className={styles.switches}>
        {SWITCHES.map((name) => (
          <Checkbox
            key={name}
            label={t(`typing.${name}`)}
            checked={typing[name]}
            onChange={(event) => void setPrefs({ typing: { ...typing, [name]: event.currentTarget.checked } })}
          />
        ))}
      </div>
      <div>
        <Button onClick={onLists}>{t('typing.openLists')}</Button>
      </div>
    </>
  );
}
