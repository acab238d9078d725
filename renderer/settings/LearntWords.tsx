import { X } from 'lucide-react';
import { type FormEvent, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../../story/text/fold.ts';
import { compareTexts } from '../../story/text/order.ts';
import { MAX_WORD } from '../../story/text/spelling.ts';
import { learnt } from '../editor/spelling/settings.ts';
import { forget, learn } from '../spelling/words.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';

/** More at once nobody reads; the search finds the others. */
const MOST_SHOWN = 100;

/** The words that the newsroom has learnt: looked for while one types, added and taken off. */
export function LearntWords() {
  const { t } = useTranslation();
  const id = useId();
  const words = useStore(learnt);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(fold(typed.trim()));
  const found = [...words].filter((word) => fold(word).includes(query)).sort(compareTexts);
  const word = typed.trim().normalize('NFC');
  const canLearn = /^[\p{L}\p{M}\p{N}'’]+$/u.test(word) && !words.has(word);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!canLearn) return;
    void learn(word);
    form.reset();
    setTyped('');
  };
  return (
    <section aria-labelledby={id} className={styles.words}>
      <h4 id={id} className={styles.wordsTitle}>
        {t('spelling.words', { count: words.size })}
      </h4>
      <form className={styles.nameForm} onSubmit={add}>
        <input
          className={styles.wordsInput}
          aria-label={t('spelling.findWord')}
          placeholder={t('spelling.findWord')}
          maxLength={MAX_WORD}
          spellCheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!canLearn}>
          {t('spelling.addWord')}
        </Button>
      </form>
      {found.length === 0 ? (
        <p className={`${ui.muted} ${ui.small}`}>{t(words.size === 0 ? 'spelling.noWords' : 'spelling.noSuchWord')}</p>
      ) : (
        <ul className={styles.wordList} data-learnt-words>
          {found.slice(0, MOST_SHOWN).map((one) => (
            <li key={one}>
              {one}
              <IconButton icon={X} label={t('spelling.forgetWord', { word: one })} onClick={() => void forget(one)} />
            </li>
          ))}
        </ul>
      )}
      {found.length > MOST_SHOWN ? (
        <p className={`${ui.muted} ${ui.small}`}>{t('spelling.moreWords', { count: found.length - MOST_SHOWN })}</p>
      ) : null}
    </section>
  );
}
