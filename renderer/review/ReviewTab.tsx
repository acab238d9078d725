import { useTranslation } from 'react-i18next';
import { STATUSES, type Status } from '../../story/model.ts';
import { approvalState, approve } from '../../story/review/approval.ts';
import type { StorySession } from '../editor/types.ts';
import { Approval } from '../inspector/StoryTab.tsx';
import { person } from '../state.ts';
import { StylePanel } from '../style/StylePanel.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { notice } from '../ui/toasts.tsx';
import { useSession } from '../useSession.ts';
import { Comments } from './Comments.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Handoffs, ReceivedNote } from './Handoffs.tsx';
import { threadsOf } from './threads.ts';

export function ReviewTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const threads = useSession(session, ['threads', 'body'], (now) => threadsOf(now.story()), 300);
  return (
    <>
      <ReceivedNote session={session} />
      <Conflicts session={session} conflicts={threads.conflicts} />
      <Section title={t('review.state')}>
        <StatusAndApproval session={session} />
      </Section>
      <Section title={t('review.comments')}>
        <Comments session={session} threads={threads} />
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

function StatusAndApproval({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { status, state } = useSession(
    session,
    ['status', 'body', 'fields'],
    (now) => ({ status: now.story().status, state: approvalState(now.story()) }),
    400,
  );
  const approveNow = () => {
    const story = session.story();
    const approved = approve(story, person.get(), new Date().toISOString());
    session.setStatus(approved.status, approved.approval);
    notice(t('review.approvedNow'));
  };
  // Any other status takes the approval back.
  const setStatus = (next: Status) => (next === 'approved' ? approveNow() : session.setStatus(next, null));
  return (
    <>
      <Select
        label={t('review.state')}
        hideLabel
        value={status}
        disabled={session.readOnly}
        onChange={setStatus}
        items={STATUSES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Approval session={session} chip={false} />
      {state === 'approved' ? null : (
        <Button disabled={session.readOnly} onClick={approveNow}>
          {state === 'changedSince' ? t('review.approveAgain') : t('review.approve')}
        </Button>
      )}
    </>
  );
}
