import { useTranslation } from 'react-i18next';
import { PRIORITIES, priorityOf, wordTargetOf } from '../../story/planning.ts';
import { countWords } from '../../story/text/counts.ts';
import type { StorySession } from '../editor/types.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { Typed } from '../types/Typed.tsx';
import field from '../ui/Field.module.css';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Select } from '../ui/Select.tsx';
import { useSession } from '../useSession.ts';
import { EmbargoField } from './EmbargoField.tsx';
import { TabField } from './TabField.tsx';

/** When the story goes out, how urgent it is, and how long it is to be; what had to be corrected, once there is something. */
export function Planning({ session }: { session: StorySession }) {
  const isCorrected = useSession(session, ['fields'], (now) => now.story().fields.correction !== '', 300);
  return (
    <>
      {isCorrected ? <TabField session={session} name="correction" /> : null}
      <Typed session={session} name="embargo">
        <EmbargoField session={session} />
      </Typed>
      <Typed session={session} name="priority">
        <PriorityField session={session} />
      </Typed>
      <div className={field.field}>
        <TabField session={session} name="wordTarget" />
        <TargetProgress session={session} />
      </div>
    </>
  );
}

function PriorityField({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const priority = useSession(session, ['fields'], (now) => priorityOf(now.story().fields.priority), 300);
  return (
    <Select
      label={t('editor.field.priority')}
      value={String(priority ?? '')}
      items={[
        { value: '', label: t('story.priority.none') },
        ...PRIORITIES.map((value) => ({ value: String(value), label: t(`story.priority.${value}`) })),
      ]}
      disabled={session.readOnly}
      onChange={(next) => session.setField('priority', next)}
    />
  );
}

/** How far the story is on its way to its length. */
function TargetProgress({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { words, target, isUnclear } = useSession(
    session,
    ['body', 'fields'],
    (now) => {
      const story = now.story();
      const target = wordTargetOf(story.fields.wordTarget);
      return { words: countWords(story), target, isUnclear: target === null && story.fields.wordTarget.trim() !== '' };
    },
    1000,
  );
  if (isUnclear)
    return (
      <p role="status" className={field.error}>
        {t('story.target.unclear')}
      </p>
    );
  if (target === null) return null;
  const values = { words: number(words, language()), target: number(target, language()) };
  const key = words > target ? 'story.target.over' : 'story.target.progress';
  return (
    <ProgressBar label={t(key, { ...values, over: number(words - target, language()) })} done={words} total={target} />
  );
}
