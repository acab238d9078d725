import { Check } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { type PhotoField, photoText } from '../../../story/photo/facts.ts';
import { SOURCE_TYPES, type SourceType, sourceTypeOf, sourceTypeUri } from '../../../story/photo/sourceType.ts';
import { forbiddenIn, TERMS_FIELDS } from '../../../story/photo/terms.ts';
import { call } from '../../api.ts';
import { dateTime } from '../../format.ts';
import { language } from '../../i18n.ts';
import { Select } from '../../ui/Select.tsx';
import { problem } from '../../ui/toasts.tsx';
import { descriptionChanged } from './description.ts';
import styles from './photo.module.css';

const LONG: ReadonlySet<PhotoField> = new Set(['caption', 'usageTerms', 'instructions', 'alt', 'longDescription']);

type Props = {
  info: PhotoInfo;
  field: PhotoField;
  /** Somebody was sent to it. */
  isAsked: boolean;
};

/** One field of a photo, uncontrolled, kept when it is left; with where its text came from. */
export function PhotoRow({ info, field, isAsked }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const value = photoText(info, field);
  const terms = TERMS_FIELDS.find((one) => one === field);
  const forbidding = terms ? forbiddenIn(info, terms) : null;
  const isUnchecked = info.facts?.[field] !== undefined && !info.edits?.[field];

  useLayoutEffect(() => {
    const element = ref.current;
    if (element && element !== document.activeElement && element.value !== value) element.value = value;
  }, [value]);

  useEffect(() => {
    // Behind the frame in which the dialog takes the focus.
    if (isAsked) requestAnimationFrame(() => ref.current?.focus());
  }, [isAsked]);

  const keep = (text: string) => {
    if (text.normalize('NFC') !== value) void describe(info, field, text);
  };
  const label = t(`photo.field.${field}`);
  return (
    <div className={styles.row}>
      {field === 'aiLabel' ? (
        <SourceTypeField info={info} label={label} value={value} />
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <textarea
            ref={ref}
            id={id}
            rows={LONG.has(field) ? 2 : 1}
            defaultValue={value}
            maxLength={20_000}
            spellCheck={false}
            aria-describedby={`${id}-from`}
            onBlur={({ currentTarget }) => keep(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !LONG.has(field) && !event.nativeEvent.isComposing) {
                event.preventDefault();
                keep(event.currentTarget.value);
              }
            }}
          />
        </>
      )}
      <span className={styles.origin}>
        <span id={`${id}-from`} className={isUnchecked ? styles.unchecked : undefined}>
          <Origin info={info} field={field} />
          {forbidding === null ? null : (
            <strong className={styles.forbids}>{t('photo.forbids', { words: forbidding })}</strong>
          )}
        </span>
        {isUnchecked ? (
          <button
            type="button"
            aria-label={t('photo.checkField', { field: label })}
            onClick={({ currentTarget }) => {
              focusField(currentTarget.closest(`.${styles.row}`));
              void describe(info, field, value);
            }}
          >
            <Check size={13} aria-hidden="true" /> {t('photo.check')}
          </button>
        ) : null}
      </span>
    </div>
  );
}

/** Puts the focus on a row's field: the button that was pressed is about to go. */
export const focusField = (row: Element | null | undefined): void =>
  row?.querySelector<HTMLElement>('textarea, [role="combobox"]')?.focus();

/** Where a field's text came from, and whether somebody has checked it. */
function Origin({ info, field }: Omit<Props, 'isAsked'>) {
  const { t } = useTranslation();
  const [fact, edit] = [info.facts?.[field], info.edits?.[field]];
  if (!edit) return fact ? t('photo.fromFile', { source: t(`photo.source.${fact.from}`) }) : null;
  const who = { name: edit.by, at: dateTime(edit.at, language()) };
  return fact?.value === edit.value
    ? t('photo.checkedBy', { ...who, source: t(`photo.source.${fact.from}`) })
    : t('photo.writtenBy', who);
}

type SourceTypeProps = { info: PhotoInfo; label: string; value: string };

/** How the picture came to be. A term that is not known here stays as it is until another is chosen. */
function SourceTypeField({ info, label, value }: SourceTypeProps) {
  const { t } = useTranslation();
  const known = sourceTypeOf(value);
  const items: { value: SourceType | 'none' | 'other'; label: string }[] = [
    { value: 'none', label: t('photo.sourceType.none') },
    ...SOURCE_TYPES.map((term) => ({ value: term, label: t(`photo.sourceType.${term}`) })),
  ];
  if (!known && value !== '') items.push({ value: 'other', label: value });
  return (
    <Select
      label={label}
      value={known ?? (value === '' ? 'none' : 'other')}
      items={items}
      onChange={(term) => {
        if (term !== 'other') void describe(info, 'aiLabel', term === 'none' ? '' : sourceTypeUri(term));
      }}
    />
  );
}

async function describe(info: PhotoInfo, field: PhotoField, value: string): Promise<void> {
  const before = photoText(info, field);
  const described = await call('photo.describe', { hash: info.hash, field, value });
  if (!described.ok) problem(described);
  else if (field === 'caption') descriptionChanged(info.hash, before, photoText(described.value, 'caption'));
}
