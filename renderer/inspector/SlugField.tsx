import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { hasOwnSlug, slugOf, storySlug } from '../../story/text/slug.ts';
import type { StorySession } from '../editor/types.ts';
import field from '../ui/Field.module.css';
import { useSession } from '../useSession.ts';
import styles from './tab.module.css';
import { useFieldInput } from './useFieldInput.ts';

/** The slug: the headline's, word for word, until somebody edits it. */
export function SlugField({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const hint = useId();
  const ref = useFieldInput(session, 'slug', (now) => shown(now));
  const isOwn = useSession(session, ['fields'], (now) => hasOwnSlug(now.story().fields), 300);
  const follow = () => {
    session.setField('slug', '');
    if (ref.current) ref.current.value = shown(session);
    ref.current?.focus();
  };
  const tidy = () => {
    const { fields } = session.story();
    const tidied = hasOwnSlug(fields) ? slugOf(fields.slug) : '';
    if (tidied !== fields.slug) session.setField('slug', tidied);
  };
  return (
    <div className={field.field}>
      <div className={styles.above}>
        <span className={field.label} aria-hidden="true">
          {t('editor.field.slug')}
        </span>
        {isOwn && !session.readOnly ? (
          <button type="button" className={styles.link} onClick={follow}>
            {t('story.slug.make')}
          </button>
        ) : null}
      </div>
      <input
        ref={ref}
        className={field.input}
        data-field="slug"
        aria-label={t('editor.field.slug')}
        aria-describedby={hint}
        placeholder={t('editor.placeholder.slug')}
        defaultValue={shown(session)}
        maxLength={200}
        readOnly={session.readOnly}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => session.setField('slug', event.currentTarget.value)}
        onBlur={tidy}
      />
      <span id={hint} className={field.hint}>
        {isOwn ? t('story.slug.own') : t('story.slug.follows')}
      </span>
    </div>
  );
}

function shown(session: StorySession): string {
  const { fields } = session.story();
  return hasOwnSlug(fields) || fields.headline.trim() !== '' ? storySlug(fields) : '';
}
