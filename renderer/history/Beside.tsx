import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELD_NAMES, type FieldName, type Fields } from '../../story/model.ts';
import { fieldText } from '../fieldText.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import styles from './reading.module.css';

const SHOWN_ABOVE: readonly FieldName[] = [
  ...(['kicker', 'headline', 'standfirst', 'correction', 'place', 'date'] as const),
  ...(['byline', 'closingMark', 'section', 'tags'] as const),
];
const BESIDE = FIELD_NAMES.filter((name) => !SHOWN_ABOVE.includes(name));

/** What a version says that stands on no page. */
export function Beside({ fields }: { fields: Fields }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const filled = BESIDE.filter((name) => fields[name].trim() !== '');
  if (filled.length === 0) return null;
  return (
    <dl className={styles.beside}>
      {filled.map((name) => (
        <Fragment key={name}>
          <dt>{t(`editor.field.${name}`)}</dt>
          <dd>{fieldText(name, fields[name], timeZone)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
