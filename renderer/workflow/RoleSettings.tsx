import { Plus, Trash2, UserPlus } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role, type RoleEntry } from '../../story/review/house.ts';
import { isSamePerson } from '../../story/workflow.ts';
import { shortFingerprint } from '../format.ts';
import { person, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import { signedRoles } from './house.ts';
import { loadSenders, senders } from './people.ts';
import styles from './workflow.module.css';

const FINGERPRINT = /^[0-9a-f]{64}$/;
type Props = { roles: readonly RoleEntry[]; onChange: (roles: RoleEntry[]) => void };

/** Who does what in the house, by the fingerprint of the key; and the roles that the newsroom's key signed. */
export function RoleSettings({ roles, onChange }: Props) {
  const { t } = useTranslation();
  const me = useStore(person);
  const signed = useStore(signedRoles);
  const known = useStore(senders);
  useEffect(() => void loadSenders(), []);
  const names = useId();
  const [error, setError] = useState<string | null>(null);
  const items = ROLES.map((value) => ({ value, label: t(`workflow.role.${value}`) }));
  const isKnown = (fingerprint: string) => roles.some((one) => one.fingerprint === fingerprint);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const name = String(given.get('name') ?? '')
      .normalize('NFC')
      .trim();
    const typed = String(given.get('fingerprint') ?? '')
      .replace(/\s/g, '')
      .toLowerCase();
    const named = known.filter((one) => isSamePerson(one, { fingerprint: '', name }));
    // A name that two keys go by says nothing.
    const fingerprint = typed === '' && named.length === 1 ? (named[0]?.fingerprint ?? '') : typed;
    const isBad = name === '' || !FINGERPRINT.test(fingerprint);
    const problem = isBad ? t('workflow.house.badPerson') : isKnown(fingerprint) ? t('workflow.house.known') : null;
    setError(problem);
    if (problem) return;
    form.reset();
    onChange([...roles, { fingerprint, name, role: 'reporter' }]);
  };
  const setRole = (fingerprint: string, role: Role) =>
    onChange(roles.map((one) => (one.fingerprint === fingerprint ? { ...one, role } : one)));
  return (
    <>
      <h4>{t('workflow.house.roles')}</h4>
      {signed ? (
        <Banner
          tone="info"
          actions={<Button onClick={() => void setPrefs({ signedRoles: null })}>{t('workflow.house.drop')}</Button>}
        >
          <p>{t('workflow.house.signed', { name: signed.by.name })}</p>
          <p className={ui.small}>{shortFingerprint(signed.by.fingerprint)}</p>
          {signed.roles.map(({ fingerprint, name, role }) => (
            <p key={fingerprint} className={ui.small}>{`${name}: ${t(`workflow.role.${role}`)}`}</p>
          ))}
        </Banner>
      ) : null}
      <p className={`${ui.muted} ${ui.small}`}>{t('workflow.house.rolesHint')}</p>
      {roles.length === 0 ? <p>{t('workflow.house.noRoles')}</p> : null}
      <ul className={ui.list} aria-label={t('workflow.house.roles')}>
        {roles.map(({ fingerprint, name, role }) => (
          <li key={fingerprint} className={styles.person}>
            <span>
              {name} <span className={`${ui.muted} ${ui.small}`}>{shortFingerprint(fingerprint)}</span>
            </span>
            <Select
              label={t('workflow.house.roleOf', { name })}
              hideLabel
              value={role}
              items={items}
              onChange={(next) => setRole(fingerprint, next)}
            />
            <IconButton
              icon={Trash2}
              label={t('workflow.house.removeRole', { name })}
              onClick={() => onChange(roles.filter((one) => one.fingerprint !== fingerprint))}
            />
          </li>
        ))}
      </ul>
      <form className={styles.adding} onSubmit={add} noValidate>
        <TextField
          label={t('workflow.house.name')}
          name="name"
          maxLength={200}
          list={names}
          autoComplete="off"
          error={error}
        />
        <datalist id={names}>
          {known.map(({ fingerprint, name }) => (
            <option key={fingerprint} value={name} />
          ))}
        </datalist>
        <TextField
          label={t('workflow.house.fingerprint')}
          name="fingerprint"
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" icon={Plus}>
          {t('workflow.house.addRole')}
        </Button>
        {isKnown(me.fingerprint) ? null : (
          <Button icon={UserPlus} onClick={() => onChange([...roles, { ...me, role: 'chief' }])}>
            {t('workflow.house.addMe')}
          </Button>
        )}
      </form>
    </>
  );
}
