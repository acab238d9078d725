import { useTranslation } from 'react-i18next';
import { SPELLING, type Spelling } from '../../story/text/spelling.ts';
import { prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { LearntWords } from './LearntWords.tsx';
import styles from './settings.module.css';

const PLACEMENTS = ['both', 'old', 'new'] as const;
const IY = ['both', 'i', 'y'] as const;

/** Whether spelling is checked, and how the house places tone marks and writes i and y. */
export function SpellingSettings() {
  const { t } = useTranslation();
  const { spelling = SPELLING } = useStore(prefs);
  const change = (patch: Partial<Spelling>) => void setPrefs({ spelling: { ...spelling, ...patch } });
  return (
    <>
      <Checkbox
        label={t('spelling.on')}
        checked={spelling.on}
        onChange={(event) => change({ on: event.currentTarget.checked })}
      />
      <div className={styles.pair}>
        <Select
          label={t('spelling.placement')}
          value={spelling.placement ?? 'both'}
          items={PLACEMENTS.map((value) => ({ value, label: t(`spelling.placements.${value}`) }))}
          onChange={(value) => change({ placement: value === 'both' ? null : value })}
        />
        <Select
          label={t('spelling.iy')}
          value={spelling.iy ?? 'both'}
          items={IY.map((value) => ({ value, label: t(`spelling.iys.${value}`) }))}
          onChange={(value) => change({ iy: value === 'both' ? null : value })}
        />
      </div>
      <LearntWords />
    </>
  );
}
