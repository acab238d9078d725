import { Settings2, UploadCloud } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../../preload/contract.ts';
import { photoKey } from '../../story/photo/recipe.ts';
import type { StorySession } from '../editor/types.ts';
import { Approval } from '../inspector/StoryTab.tsx';
import { run } from '../run.ts';
import { destinations, jobs, prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { useSession } from '../useSession.ts';
import { HouseHindrance } from '../workflow/HouseHindrance.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { JobCard } from './JobCard.tsx';
import { openJobs } from './jobs.ts';
import { NotApprovedDialog } from './NotApprovedDialog.tsx';
import { Places } from './Places.tsx';
import { Preflight } from './Preflight.tsx';
import { PublishButtons } from './PublishButtons.tsx';
import { Placement } from './placement/Placement.tsx';
import { chosenOf, placesOf, targetsOf, withChoice } from './places.ts';
import styles from './publish.module.css';
import { Receipts } from './Receipts.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { UnpublishDialog } from './UnpublishDialog.tsx';
import { usePublishing } from './usePublishing.ts';
import { useReceipts } from './useReceipts.ts';

export function PublishTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { storyId } = session;
  const list = useStore(destinations);
  const { destinationChoices: choices = [] } = useStore(prefs);
  const open = openJobs(useStore(jobs), storyId);
  const receipts = useReceipts(storyId);
  const photos = useSession(session, ['body'], (now) => countPhotos(now), 1000);
  const publishing = usePublishing(session);
  const [asking, setAsking] = useState<Operation | null>(null);

  if (list.length === 0)
    return (
      <EmptyState
        icon={UploadCloud}
        title={t('publish.noDestinationTitle')}
        action={<Button onClick={() => run('settings.open')}>{t('publish.addDestination')}</Button>}
      >
        {t('publish.noDestinationHint')}
      </EmptyState>
    );
  const places = placesOf(list, open, receipts);
  const chosen = chosenOf(storyId, places, choices);
  const choose = (ids: string[]) =>
    void setPrefs({
      destinationChoices: withChoice(choices, { storyId, ids }),
      ...(ids[0] ? { lastDestinationId: ids[0] } : {}),
    });
  const targets = asking ? targetsOf(asking, chosen) : [];
  const names = targets.map(({ destination }) => destination.name);
  const begin = (operation: Operation, at: string | null = null) => {
    setAsking(null);
    const destinationIds = targetsOf(operation, chosen).map(({ destination }) => destination.id);
    // The next story begins with the places of this one.
    choose(chosen.map(({ destination }) => destination.id));
    void publishing.begin({ operation, at, destinationIds });
  };
  const ask = async (operation: Operation) => {
    const asks = operation === 'schedule' || operation === 'correct' || operation === 'unpublish';
    if (!asks) begin(operation);
    // What stands in the way is said before anybody is asked for more. A schedule may be for when an embargo has ended.
    else if (operation !== 'correct' || (await publishing.isReady('correct'))) setAsking(operation);
  };
  const { fields, language, approval } = session.story();
  const lost = open.filter((job) => !list.some(({ id }) => id === job.destinationId));
  return (
    <>
      <Section title={t('publish.tab')}>
        <Places session={session} places={places} chosen={chosen} photos={photos} onChoose={choose} />
        {chosen.map(({ destination }) => (
          <Placement key={destination.id} session={session} destination={destination} />
        ))}
        {lost.map((job) => (
          <JobCard key={job.id} job={job} destination={undefined} photos={photos} />
        ))}
        <Button kind="quiet" icon={Settings2} className={styles.manage} onClick={() => run('settings.open')}>
          {t('publish.manage')}
        </Button>
        <Preflight session={session} refusals={publishing.refusals} />
        <Approval session={session} />
        <HouseHindrance session={session} />
        <PublishButtons chosen={chosen} isBusy={publishing.isBusy} onAsk={(operation) => void ask(operation)} />
      </Section>
      <Section title={t('publish.receipts')}>
        <Receipts receipts={receipts} />
      </Section>
      <ScheduleDialog
        open={asking === 'schedule'}
        names={names}
        embargo={fields.embargo}
        scheduled={targets.find(({ receipt }) => receipt?.status === 'scheduled')?.receipt?.scheduledFor ?? null}
        onClose={() => setAsking(null)}
        onSchedule={(at) => begin('schedule', at)}
      />
      <CorrectDialog
        open={asking === 'correct'}
        names={names}
        language={language}
        onClose={() => setAsking(null)}
        onCorrect={(note) => {
          session.setField('correction', [note, fields.correction].filter((text) => text.trim() !== '').join('\n'));
          begin('correct');
        }}
      />
      <UnpublishDialog
        open={asking === 'unpublish'}
        names={names}
        onClose={() => setAsking(null)}
        onConfirm={() => begin('unpublish')}
      />
      <NotApprovedDialog
        open={publishing.unconfirmed !== null}
        approval={approval}
        onClose={publishing.forget}
        onConfirm={publishing.confirm}
      />
    </>
  );
}

const countPhotos = (session: StorySession): number =>
  new Set(session.story().body.flatMap((block) => (block.type === 'figure' ? [photoKey(block)] : []))).size;
