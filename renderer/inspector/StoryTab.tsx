import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { approvalState } from '../../story/review/approval.ts';
import { readingMinutes } from '../../story/text/reading.ts';
import { StoryField } from '../editor/StoryField.tsx';
import type { StorySession } from '../editor/types.ts';
import { dateTime, number } from '../format.ts';
import { durationText, whoText } from '../history/words.ts';
import { language } from '../i18n.ts';
import { Notes } from '../notes/Notes.tsx';
import { run } from '../run.ts';
import { Button } from '../ui/Button.tsx';
import field from '../ui/Field.module.css';
import { Section } from '../ui/Section.tsx';
import { StateChip } from '../ui/StateChip.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { type Facts, factsOf } from './facts.ts';
import { useWorked } from './useWorked.ts';

export function StoryTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const facts = useSession(session, ['body', 'fields'], (now) => factsOf(now.story()), 600);
  const story = session.story();
  const lang = language();
  return (
    <>
      <Section title={t('story.state')}>
        <Approval session={session} />
      </Section>
      <Section title={t('story.filing')}>
        <FilingField session={session} name="section" />
        <FilingField session={session} name="tags" />
      </Section>
      <Notes session={session} />
      <Section title={t('story.counts')}>
        <dl className={ui.facts}>
          <Fact name={t('story.words')} value={number(facts.words, lang)} />
          <Fact name={t('story.characters')} value={number(facts.characters, lang)} />
          <Fact
            name={t('history.reading')}
            value={durationText(60_000 * readingMinutes(facts.words, story.language))}
          />
          <Fact name={t('story.paragraphs')} value={number(facts.paragraphs, lang)} />
          <Fact name={t('story.photos')} value={number(facts.photos, lang)} />
          <Fact name={t('story.language')} value={t(`story.languages.${story.language}`)} />
        </dl>
      </Section>
      <Section title={t('story.history')}>
        <dl className={ui.facts}>
          <Fact name={t('story.created')} value={dateTime(story.createdAt, lang)} />
          <LastSaved session={session} />
          <TimeWorked session={session} />
        </dl>
        <Button icon={History} onClick={() => run('history.open')}>
          {t('history.look')}
        </Button>
      </Section>
      <Section title={t('story.sources')}>
        <Credits facts={facts} />
      </Section>
    </>
  );
}

/** Where the story is filed; not on the page, so with its name above it. */
function FilingField({ session, name }: { session: StorySession; name: 'section' | 'tags' }) {
  const { t } = useTranslation();
  return (
    <div className={field.field}>
      <span className={field.label} aria-hidden="true">
        {t(`editor.field.${name}`)}
      </span>
      <StoryField session={session} name={name} className={field.input} />
    </div>
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
  const at = useSession(session, ['save'], (now) => {
    const state = now.saveState();
    return state.kind === 'saved' ? state.at : null;
  });
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

function Credits({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  if (facts.photos === 0) return <p className={ui.muted}>{t('story.noSources')}</p>;
  return (
    <ul className={ui.list}>
      {facts.credits.map((credit) => (
        <li key={credit}>{credit || t('story.noCredit')}</li>
      ))}
    </ul>
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
