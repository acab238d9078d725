import { Combobox } from '@base-ui/react/combobox';
import { Check, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Term, TermKind } from '../../../preload/contract.ts';
import { call } from '../../api.ts';
import { dateTime } from '../../format.ts';
import { language } from '../../i18n.ts';
import field from '../../ui/Field.module.css';
import styles from './placement.module.css';
import { isSameTerm, optionsFor } from './proposals.ts';

type Props = {
  destinationId: string;
  kind: TermKind;
  chosen: Term[];
  /** Only one can be chosen: another takes its place. */
  single?: boolean;
  onChange: (terms: Term[]) => void;
};
type Found = { terms: Term[]; asOf: string | null; failure: Failure | null };

/** Milliseconds of quiet before a site is asked. */
const QUIET_MS = 250;
const pathOf = ({ name, under = [] }: Term): string => [...under, name].join(' › ');

/** Terms of a destination, chosen by a part of their names; the destination is asked as somebody types. */
export function TermField({ destinationId, kind, chosen, single, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [found, setFound] = useState<Found>({ terms: [], asOf: null, failure: null });
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = (words: string, waitMs: number) => {
    const turn = ++asked.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const answer = await call('destination.terms', { id: destinationId, kind, query: words.slice(0, 300) });
      // An answer that was overtaken is of no use.
      if (turn !== asked.current) return;
      setFound(answer.ok ? { ...answer.value, failure: null } : { terms: [], asOf: null, failure: answer });
    }, waitMs);
  };
  const hint = found.failure
    ? t(`error.${found.failure.code}`)
    : found.asOf
      ? t('publish.placement.asOf', { time: dateTime(found.asOf, language()) })
      : null;
  const options = optionsFor(kind, query, found.terms);
  const label = t(`publish.placement.${kind}`);
  return (
    <div ref={box} className={field.field}>
      <Combobox.Root
        multiple
        items={options}
        filter={null}
        value={chosen}
        autoHighlight
        itemToStringLabel={pathOf}
        isItemEqualToValue={isSameTerm}
        onOpenChange={(open) => {
          if (open) ask(query, 0);
        }}
        onInputValueChange={(words) => {
          setQuery(words);
          ask(words, QUIET_MS);
        }}
        onValueChange={(terms, details) => {
          // Escape closes the list; it is not to take away everything that was chosen.
          if (details.reason === 'escape-key') details.cancel();
          else onChange(single ? terms.slice(-1) : terms);
        }}
      >
        <label htmlFor={id} className={field.label}>
          {label}
        </label>
        <Combobox.Chips className={`${field.input} ${styles.chips}`}>
          {chosen.map((term) => (
            <Combobox.Chip key={term.id + term.name} className={styles.chip} aria-label={pathOf(term)}>
              {pathOf(term)}
              {term.id === '' ? <span className={styles.new}>{t('publish.placement.isNew')}</span> : null}
              <Combobox.ChipRemove
                className={styles.remove}
                aria-label={t('publish.placement.remove', { name: term.name })}
              >
                <X size={12} aria-hidden="true" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input id={id} className={styles.typed} placeholder={t('publish.placement.search')} />
        </Combobox.Chips>
        <Combobox.Portal container={box}>
          <Combobox.Positioner className={field.positioner} sideOffset={4} positionMethod="fixed">
            <Combobox.Popup className={field.popup}>
              <Combobox.Empty className={styles.none}>{hint ? null : t('publish.placement.none')}</Combobox.Empty>
              <Combobox.List className={field.list}>
                {(term: Term) => (
                  <Combobox.Item key={term.id + term.name} value={term} className={field.item}>
                    <Combobox.ItemIndicator>
                      <Check size={14} aria-hidden="true" />
                    </Combobox.ItemIndicator>
                    <span className={field.itemText}>
                      {term.id === '' ? t('publish.placement.make', { name: term.name }) : pathOf(term)}
                    </span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <p className={field.hint} role="status">
        {hint}
      </p>
    </div>
  );
}
