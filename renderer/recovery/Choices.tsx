import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, RecoveryChoice, RecoveryChoices } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { dateTime, number } from '../format.ts';
import { language } from '../i18n.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { Passages } from './Passages.tsx';
import { Reading } from './Reading.tsx';
import styles from './recovery.module.css';
import { goOnWith, type Item, settle } from './recovery.ts';

/** The states of a story there are to choose from, each to be read first; and the words that stand in none of them. */
export function Choices({ item, onDone }: { item: Item; onDone: (went: boolean) => void }) {
  const { t } = useTranslation();
  const [offer, setOffer] = useState<RecoveryChoices | Failure | null>(null);
  const [picked, setPicked] = useState<RecoveryChoice>('now');
  const [busy, setBusy] = useState(false);
  const name = useId();
  useEffect(() => {
    let left = false;
    void call('recovery.choices', { id: item.id }).then((read) => {
      if (!left) setOffer(read.ok ? read.value : read);
    });
    return () => {
      left = true;
    };
  }, [item.id]);
  if (offer === null) return <p role="status">{t('recovery.reading')}</p>;
  if ('code' in offer) return <p role="alert">{t(`error.${offer.code}`)}</p>;
  const { choices, aside } = offer;
  const now = choices.find(({ choice }) => choice === 'now')?.story ?? null;
  const chosen = choices.find(({ choice }) => choice === picked);
  const use = async () => {
    setBusy(true);
    const isNow = picked === 'now' || !chosen;
    const done = isNow ? await settle([item.id]) : await goOnWith(item, chosen.story);
    setBusy(false);
    if (done) onDone(!isNow);
  };
  return (
    <>
      {choices.length > 1 ? (
        <fieldset className={styles.choices}>
          <legend>{t('recovery.choose')}</legend>
          {choices.map(({ choice, at, words }) => (
            <label key={choice} className={styles.choice}>
              <input
                type="radio"
                name={name}
                value={choice}
                checked={choice === picked}
                onChange={() => setPicked(choice)}
              />
              <span>
                <span className={styles.choiceName}>{t(`recovery.choice.${choice}`)}</span>
                <span className={ui.muted}>
                  {t(`recovery.choiceHint.${choice}`)} {t('recovery.words', { words: number(words, language()) })}
                  {at ? `, ${t('recovery.writtenAt', { time: dateTime(at, language()) })}` : ''}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {chosen ? (
        <section className={styles.preview} aria-label={t(`recovery.choice.${picked}`)}>
          {picked === 'now' ? null : <p className={ui.muted}>{t('recovery.compared')}</p>}
          <Reading story={chosen.story} now={now} />
        </section>
      ) : null}
      <Passages passages={aside} />
      <div className={`${ui.row} ${styles.actions}`}>
        <Button kind="primary" busy={busy} onClick={() => void use()}>
          {t(now === null ? 'recovery.understood' : picked === 'now' ? 'recovery.keepNow' : 'recovery.use')}
        </Button>
      </div>
    </>
  );
}
