import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Story } from '../../story/model.ts';
import { linesOf, priorityOf } from '../../story/planning.ts';
import { approvalState } from '../../story/review/approval.ts';
import { bylineNames } from '../../story/text/byline.ts';
import { embargoOf, momentText } from '../../story/text/embargo.ts';
import { readingMinutes } from '../../story/text/reading.ts';
import { storySlug } from '../../story/text/slug.ts';
import { spokenSeconds } from '../../story/text/spoken.ts';
import type { StorySession } from '../editor/types.ts';
import { dateTime, minutesAndSeconds, number } from '../format.ts';
import { durationText, whoText } from '../history/words.ts';
import { language } from '../i18n.ts';
import { Links } from '../links/Links.tsx';
import { Notes } from '../notes/Notes.tsx';
import { PastedTexts } from '../pasted/PastedTexts.tsx';
import { run } from '../run.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { TypeSelect } from '../types/TypeSelect.tsx';
import { Button } from '../ui/Button.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Section } from '../ui/Section.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { BylineRows } from './BylineRows.tsx';
import { ClosingMark } from './ClosingMark.tsx';
import { Filing } from './Filing.tsx';
import { type Facts, factsOf } from './facts.ts';
import { type FoldName, folds, setFold } from './folds.ts';
import { HEADLINES, Headlines } from './Headlines.tsx';
import { Planning } from './Planning.tsx';
import { Sources } from './Sources.tsx';
import { useWorked } from './useWorked.ts';

export function StoryTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const facts = useSession(session, ['body', 'fields', 'language'], (now) => factsOf(now.story()), 1000);
  const open = useStore(folds);
  const { fields } = session.story();
  const fold = (name: FoldName) => ({
    title: t(`story.fold.${name}`),
    open: open[name],
    onToggle: (next: boolean) => setFold(name, next),
  });
  const planned = embargoOf(fields.embargo);
  const { timeZone } = useStore(prefs);
  return (
    <>
      <Section title={t('story.state')}>
        <Approval session={session} />
        <TypeSelect session={session} />
        <ClosingMark session={session} />
      </Section>
      <Fold {...fold('headlines')} summary={HEADLINES.map((name) => fields[name]).find((text) => text.trim() !== '')}>
        <Headlines session={session} />
      </Fold>
      <Fold {...fold('filing')} summary={[fields.section, storySlug(fields)].filter(Boolean).join(' · ')}>
        <Filing session={session} />
      </Fold>
      <Fold {...fold('byline')} summary={bylineNames(fields.byline).join(', ')}>
        <BylineRows session={session} />
      </Fold>
      <Fold
        {...fold('planning')}
        summary={[
          planned.kind === 'until' ? momentText(planned.at, timeZone) : fields.embargo,
          priorityOf(fields.priority) ? t('story.priority.short', { priority: fields.priority }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <Planning session={session} />
      </Fold>
      <Fold {...fold('sources')} summary={linesOf(fields.sources).join(', ')}>
        <Sources session={session} facts={facts} />
      </Fold>
      <Fold {...fold('links')}>
        <Links session={session} />
      </Fold>
      <Fold {...fold('notes')}>
        <Notes session={session} />
      </Fold>
      <Fold {...fold('pastes')}>
        <PastedTexts session={session} />
      </Fold>
      <Fold {...fold('counts')} summary={t('status.words', { words: number(facts.words, language()) })}>
        <CountFacts facts={facts} story={session.story()} />
      </Fold>
      <Fold {...fold('history')}>
        <dl className={ui.facts}>
          <Fact name={t('story.created')} value={dateTime(session.story().createdAt, language())} />
          <LastSaved session={session} />
          <TimeWorked session={session} />
        </dl>
        <Button icon={History} onClick={() => run('history.open')}>
          {t('history.look')}
        </Button>
      </Fold>
    </>
  );
}

function CountFacts({ facts, story }: { facts: Facts; story: Story }) {
  const { t } = useTranslation();
  const lang = language();
  return (
    <dl className={ui.facts}>
      <Fact name={t('story.words')} value={number(facts.words, lang)} />
      <Fact name={t('story.characters')} value={number(facts.characters, lang)} />
      <Fact name={t('history.reading')} value={durationText(60_000 * readingMinutes(facts.words, story.language))} />
      <Fact name={t('history.spoken')} value={minutesAndSeconds(spokenSeconds(story, story.language))} />
      <Fact name={t('story.paragraphs')} value={number(facts.paragraphs, lang)} />
      <Fact name={t('story.photos')} value={number(facts.photos, lang)} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function LastSaved({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const at = useSession(
    session,
    ['save'],
    (now) => {
      const state = now.saveState();
      return state.kind === 'saved' ? state.at : null;
    },
    1000,
  );
  return at ? <Fact name={t('story.changed')} value={dateTime(at, language())} /> : null;
}

/** How long was worked on the story, and by whom where it was not one person alone. */
function TimeWorked({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const worked = useWorked(session);
  if (!worked) return null;
  return (
    <>
      <Fact name={t('history.worked')} value={durationText(worked.ms)} />
      {worked.authors.length > 1
        ? worked.authors.map(({ who, ms }) => (
            <Fact key={who.fingerprint} name={t('history.workedBy', { name: whoText(who) })} value={durationText(ms)} />
          ))
        : null}
    </>
  );
}

/** Where the story stands, and who approved which version of it. */
export function Approval({ session, chip = true }: { session: StorySession; chip?: boolean }) {
  const { t } = useTranslation();
  const { status, state, approval } = useSession(
    session,
    ['status', 'body', 'fields'],
    (now) => {
      const story = now.story();
      return { status: story.status, state: approvalState(story), approval: story.approval };
    },
    400,
  );
  const values = { name: approval?.name ?? '', time: approval ? dateTime(approval.at, language()) : '' };
  return (
    <div className={ui.row}>
      {chip ? <StateChip status={status} /> : null}
      <span className={ui.small}>
        {state === 'none' ? t('story.notApproved') : null}
        {state === 'approved' ? t('story.approvedBy', values) : null}
        {state === 'changedSince' ? t('story.approvedChanged', values) : null}
      </span>
    </div>
  );
}
