import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { StylePanel } from '../style/StylePanel.tsx';
import { Section } from '../ui/Section.tsx';
import { useSession } from '../useSession.ts';
import { Assignment } from '../workflow/Assignment.tsx';
import { Checklist } from '../workflow/Checklist.tsx';
import { Moves } from '../workflow/Moves.tsx';
import { Steps } from '../workflow/Steps.tsx';
import { Composer, Resolved } from './Comments.tsx';
import { Conflicts } from './Conflicts.tsx';
import { FactsPanel } from './FactsPanel.tsx';
import { Handoffs, ReceivedNote } from './Handoffs.tsx';
import { DecidedList } from './list/DecidedList.tsx';
import { ReviewList } from './list/ReviewList.tsx';
import { threadsOf } from './threads.ts';

export function ReviewTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const threads = useSession(session, ['threads', 'body'], (now) => threadsOf(now.story()), 300);
  return (
    <>
      <ReceivedNote session={session} />
      <Conflicts session={session} conflicts={threads.conflicts} />
      <Section title={t('review.state')}>
        <Moves session={session} />
        <Steps session={session} />
      </Section>
      <Section title={t('workflow.assignment')}>
        <Assignment session={session} />
      </Section>
      <Checklist session={session} />
      <Section title={t('suggest.title')}>
        <Composer session={session} />
        <ReviewList session={session} />
        <DecidedList session={session} />
        <Resolved session={session} threads={threads} />
      </Section>
      <Section title={t('facts.title')}>
        <FactsPanel session={session} />
      </Section>
      <Section title={t('style.title')}>
        <StylePanel session={session} />
      </Section>
      <Section title={t('review.handoff')}>
        <Handoffs session={session} />
      </Section>
    </>
  );
}
