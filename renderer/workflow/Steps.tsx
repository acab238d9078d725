import { useTranslation } from 'react-i18next';
import { STATUSES, type Status } from '../../story/model.ts';
import { stepsOf } from '../../story/workflow.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import review from '../review/review.module.css';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';

/** The story's way through the newsroom, the last step first. */
export function Steps({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const steps = useSession(session, ['status'], (now) => stepsOf(now.story().desk).reverse());
  if (steps.length === 0) return <p className={`${ui.muted} ${ui.small}`}>{t('workflow.noSteps')}</p>;
  // A status that only a newer program knows is shown by its own word.
  const isKnown = (status: string): status is Status => (STATUSES as readonly string[]).includes(status);
  return (
    <ol className={ui.list} aria-label={t('workflow.steps')}>
      {steps.map(({ id, name, status, at, note }) => (
        <li key={id}>
          <p className={review.byline}>
            <span className={review.author}>
              {t('workflow.step', { name, status: isKnown(status) ? t(`state.${status}`) : status })}
            </span>{' '}
            <time dateTime={at}>{dateTime(at, language())}</time>
          </p>
          {note ? <p className={review.text}>{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
