import { FileInput, FileOutput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsOffer } from '../../preload/contract.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { OfferDialog } from './OfferDialog.tsx';
import { exportSettings, readSettings } from './settingsFile.ts';

/** One newsroom, one file of settings: out to the others, in from them. */
export function SettingsFile() {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<SettingsOffer | null>(null);
  return (
    <>
      <p className={ui.muted}>{t('settingsFile.intro')}</p>
      <div className={ui.row}>
        <Button icon={FileOutput} onClick={() => void exportSettings()}>
          {t('settingsFile.export')}
        </Button>
        <Button icon={FileInput} onClick={() => void readSettings().then(setOffer)}>
          {t('settingsFile.import')}
        </Button>
      </div>
      {offer ? <OfferDialog offer={offer} onClose={() => setOffer(null)} /> : null}
    </>
  );
}
