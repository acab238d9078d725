import { useTranslation } from 'react-i18next';
import type { HouseRules } from '../../story/review/house.ts';
import { setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import ui from '../ui/ui.module.css';
import { ChecklistSettings } from './ChecklistSettings.tsx';
import { houseRules } from './house.ts';
import { RoleSettings } from './RoleSettings.tsx';

const SWITCHES = ['approvalNeeded', 'twoPersons', 'asItWas'] as const;

/** What the house demands of a story before readers get it. */
export function HouseSettings() {
  const { t } = useTranslation();
  const rules = useStore(houseRules);
  const keep = (change: Partial<HouseRules>) => void setPrefs({ rules: { ...houseRules.get(), ...change } });
  return (
    <>
      <p className={ui.muted}>{t('workflow.house.intro')}</p>
      {SWITCHES.map((name) => (
        <Checkbox
          key={name}
          label={t(`workflow.house.${name}`)}
          checked={rules[name]}
          onChange={(event) => keep({ [name]: event.currentTarget.checked })}
        />
      ))}
      <p className={`${ui.muted} ${ui.small}`}>{t('workflow.house.approvalHint')}</p>
      <ChecklistSettings checklist={rules.checklist} onChange={(checklist) => keep({ checklist })} />
      <RoleSettings roles={rules.roles} onChange={(roles) => keep({ roles })} />
    </>
  );
}
