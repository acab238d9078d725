import { useTranslation } from 'react-i18next';
import { type ConflictThread, VALUE_FIELDS } from '../../story/model.ts';
import { type Choice, resolveConflict } from '../../story/review/merge.ts';
import type { StorySession } from '../editor/types.ts';
import { fieldText } from '../fieldText.ts';
import { goToThread } from '../goTo.ts';
import { storedRecipeWords } from '../media/recipeWords.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import ui from '../ui/ui.module.css';
import styles from './review.module.css';

type Props = { session: StorySession; conflicts: readonly ConflictThread[] };

/** Where both sides changed the same words: both shown, and a person chooses. */
export function Conflicts({ session, conflicts }: Props) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  return (
    <Section title={t('review.conflicts')}>
      <Banner tone="warn">
        <p>{t('review.conflictHint')}</p>
      </Banner>
      <ul className={ui.list}>
        {conflicts.map((conflict) => (
          <Conflict key={conflict.id} session={session} conflict={conflict} />
        ))}
      </ul>
    </Section>
  );
}

/**
 * The sides are named so that it is true on every desk: an undecided conflict travels with the story, and "ours" is then
 * somebody else's.
 */
function Conflict({ session, conflict }: { session: StorySession; conflict: ConflictThread }) {
  const { t } = useTranslation();
  const name = conflict.theirName;
  const { timeZone } = useStore(prefs);
  const { anchor } = conflict;
  const shown = (text: string) =>
    'field' in anchor ? fieldText(anchor.field, text, timeZone) : 'recipe' in anchor ? storedRecipeWords(text) : text;
  const isValue = 'recipe' in anchor || ('field' in anchor && VALUE_FIELDS.has(anchor.field));
  const choose = (choice: Choice) => session.apply(resolveConflict(session.story(), conflict.id, choice));
  return (
    <li className={ui.card} data-thread={conflict.id}>
      <dl className={styles.sides}>
        <dt>{t('review.theirs', { name })}</dt>
        <dd className={styles.quote} data-side="theirs">
          {shown(conflict.theirs) || t('review.nothing')}
        </dd>
        <dt>{t('review.other')}</dt>
        <dd className={styles.quote} data-side="ours">
          {shown(conflict.ours) || t('review.nothing')}
        </dd>
      </dl>
      <div className={ui.row}>
        <Button disabled={session.readOnly} onClick={() => choose('theirs')}>
          {t('review.keepTheirs', { name })}
        </Button>
        <Button disabled={session.readOnly} onClick={() => choose('ours')}>
          {t('review.keepOther')}
        </Button>
        {isValue ? null : (
          <Button disabled={session.readOnly} onClick={() => choose('both')}>
            {t('review.keepBoth')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => goToThread(session, conflict)}>
          {t('review.show')}
        </Button>
      </div>
    </li>
  );
}
