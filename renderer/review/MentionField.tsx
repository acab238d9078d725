import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completions, mentionAt } from '../../story/review/mentions.ts';
import { isComposing } from '../commands.ts';
import { OptionList } from '../editor/OptionList.tsx';
import field from '../ui/Field.module.css';
import styles from './review.module.css';

type Props = {
  label: string;
  name: string;
  defaultValue: string;
  /** Who can be named after an "@". */
  persons: readonly string[];
};

const MOST_OFFERED = 8;
const MOST_CHARACTERS = 20_000;

/** A text of several lines in which "@" and the beginning of a name offer the persons known; uncontrolled. */
export function MentionField({ label, name, defaultValue, persons }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [offer, setOffer] = useState<{ from: number; names: string[] } | null>(null);
  const [at, setAt] = useState(0);
  const look = () => {
    const { value, selectionStart } = area.current as HTMLTextAreaElement;
    const typed = mentionAt(value, selectionStart);
    const names = typed ? completions(typed.typed, persons).slice(0, MOST_OFFERED) : [];
    setOffer(typed && names.length > 0 ? { from: typed.from, names } : null);
    setAt(0);
  };
  const take = (index: number) => {
    const chosen = offer?.names[index];
    if (!offer || !area.current || chosen === undefined) return;
    area.current.setRangeText(`@${chosen} `, offer.from, area.current.selectionStart, 'end');
    setOffer(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!offer || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setAt((at + by + offer.names.length) % offer.names.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(at);
    else if (event.key === 'Escape') setOffer(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={`${field.field} ${styles.mention}`}>
      <label className={field.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        name={name}
        rows={3}
        spellCheck={false}
        maxLength={MOST_CHARACTERS}
        className={field.input}
        defaultValue={defaultValue}
        aria-autocomplete="list"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        onInput={look}
        onKeyDown={onKeyDown}
        onBlur={() => setOffer(null)}
      />
      {offer ? (
        <OptionList
          label={t('suggest.persons')}
          owner={area.current}
          under={area.current}
          options={offer.names.map((one) => ({ name: one, content: one }))}
          at={at}
          onMark={setAt}
          onTake={take}
        />
      ) : null}
    </div>
  );
}
