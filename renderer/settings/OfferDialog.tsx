import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedDestination, SettingsOffer } from '../../preload/contract.ts';
import { date } from '../format.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import ui from '../ui/ui.module.css';
import { rulesText } from '../workflow/rulesText.ts';
import { kindOf } from './kinds.ts';
import styles from './settings.module.css';
import { type Chosen, isNothing, takeSettings, usualChoice } from './settingsFile.ts';

type Props = { offer: SettingsOffer; onClose: () => void };

const toggled = (list: readonly string[], value: string): string[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/** Who signed a file of settings, what it would bring, and what of it is wanted. */
export function OfferDialog({ offer, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen>(() => usualChoice(offer));
  const { maker, house, destinations, authorities } = offer;
  const stateName = (state: OfferedDestination['state']) => t(`settingsFile.state.${state}`);
  const take = () => {
    onClose();
    void takeSettings(chosen);
  };
  const isAllHere =
    house.isSame && destinations.every(({ state }) => state === 'same') && authorities.every(({ isHere }) => isHere);
  return (
    <Dialog
      question
      open
      size="medium"
      onClose={onClose}
      title={t('settingsFile.title')}
      description={
        <>
          <p>{maker.isSelf ? t('settingsFile.signedBySelf') : t('settingsFile.signedBy', { name: maker.name })}</p>
          <p className={styles.fingerprint}>{maker.fingerprint}</p>
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" disabled={isNothing(chosen)} onClick={take}>
            {t('settingsFile.take')}
          </Button>
        </>
      }
    >
      {isAllHere ? <p>{t('settingsFile.nothing')}</p> : null}
      <Part title={t('settingsFile.destinations')} count={destinations.length}>
        {destinations.map((destination) => (
          <li key={destination.id}>
            <Offered
              destination={destination}
              isChosen={chosen.destinations.includes(destination.id)}
              onToggle={() => setChosen((now) => ({ ...now, destinations: toggled(now.destinations, destination.id) }))}
            />
          </li>
        ))}
      </Part>
      <Part title={t('settingsFile.authorities')} count={authorities.length}>
        {authorities.map(({ name, fingerprint, expiresAt, isHere }) => (
          <li key={fingerprint}>
            <Checkbox
              label={`${name} (${stateName(isHere ? 'same' : 'new')})`}
              checked={chosen.authorities.includes(fingerprint)}
              disabled={isHere}
              onChange={() => setChosen((now) => ({ ...now, authorities: toggled(now.authorities, fingerprint) }))}
            />
            <p className={styles.offered}>{t('network.expires', { date: date(expiresAt, language()) })}</p>
            <p className={styles.offered}>{t('network.fingerprint', { fingerprint })}</p>
          </li>
        ))}
      </Part>
      <Part title={t('settingsFile.house')} count={1}>
        <li>
          <Checkbox
            label={`${t('settingsFile.houseLine', {
              mark: house.closingMark || t('settingsFile.noMark'),
              zone: house.timeZone,
            })} (${stateName(house.isSame ? 'same' : 'changed')})`}
            checked={chosen.house}
            disabled={house.isSame}
            onChange={() => setChosen((now) => ({ ...now, house: !now.house }))}
          />
          {house.rules ? (
            <p className={styles.offered}>{t('settingsFile.houseRules', { rules: rulesText(t, house.rules) })}</p>
          ) : null}
          {house.rules?.roles.length && !maker.isSelf ? (
            <p className={styles.offered}>{t('settingsFile.signedRoles', { name: maker.name })}</p>
          ) : null}
        </li>
      </Part>
    </Dialog>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const id = useId();
  if (count === 0) return null;
  return (
    <div className={styles.offers}>
      <h3 id={id}>{title}</h3>
      <ul className={ui.list} aria-labelledby={id}>
        {children}
      </ul>
    </div>
  );
}

type OfferedProps = { destination: OfferedDestination; isChosen: boolean; onToggle: () => void };

function Offered({ destination, isChosen, onToggle }: OfferedProps) {
  const { t } = useTranslation();
  const { name, config, state, was, asksSecret } = destination;
  const line = kindOf(config.type).line(config);
  const before = was ? `${was.name}, ${kindOf(was.config.type).line(was.config)}` : '';
  return (
    <>
      <Checkbox
        label={`${name} (${t(`settingsFile.state.${state}`)})`}
        checked={isChosen}
        disabled={state === 'same'}
        onChange={onToggle}
      />
      <p className={styles.offered}>{line}</p>
      {was ? (
        <p className={styles.offered}>
          {before === `${name}, ${line}` ? t('settingsFile.wasOtherwise') : t('settingsFile.was', { line: before })}
        </p>
      ) : null}
      {config.type === 'folder' && state !== 'same' ? (
        <p className={styles.offered}>{t('settingsFile.folderHint')}</p>
      ) : null}
      {asksSecret && state !== 'same' ? <p className={styles.offered}>{t('settingsFile.asksSecret')}</p> : null}
    </>
  );
}
