import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../story/model.ts';
import { FieldCount } from '../editor/FieldCount.tsx';
import { StoryField } from '../editor/StoryField.tsx';
import type { StorySession } from '../editor/types.ts';
import { Typed } from '../types/Typed.tsx';
import field from '../ui/Field.module.css';
import styles from './tab.module.css';

type Props = {
  session: StorySession;
  name: FieldName;
  /** With its length against the limit. */
  counted?: boolean;
};

/** A field that is not on the page, with its name above it. */
export function TabField({ session, name, counted = false }: Props) {
  const { t } = useTranslation();
  return (
    <Typed session={session} name={name}>
      <div className={`${field.field} ${styles.texts}`} data-texts>
        <div className={styles.above}>
          <span className={field.label} aria-hidden="true">
            {t(`editor.field.${name}`)}
          </span>
          {counted ? <FieldCount session={session} name={name} /> : null}
        </div>
        <StoryField session={session} name={name} className={`${field.input} ${styles.text}`} />
      </div>
    </Typed>
  );
}
