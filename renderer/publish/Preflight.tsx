import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { photosOf } from '../../story/formats/copydesk/unpack.ts';
import { PAGE_PIXELS } from '../../story/photo/geometry.ts';
import { embargoOf, momentText } from '../../story/text/embargo.ts';
import { openStory } from '../actions.ts';
import { limitsFor } from '../editor/limits.ts';
import type { StorySession } from '../editor/types.ts';
import { number as formatted } from '../format.ts';
import { goTo } from '../goTo.ts';
import { language } from '../i18n.ts';
import { linkAnswers } from '../links/answers.ts';
import { LinkCheck } from '../links/LinkCheck.tsx';
import { useKnownPhotos } from '../media/known.ts';
import { showPhoto } from '../media/photo/open.ts';
import { usePhotoUses } from '../media/uses.ts';
import { run } from '../run.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { useSpots } from '../style/check.ts';
import { activeRules } from '../style/house.ts';
import { styleFindings } from '../style/preflight.ts';
import ui from '../ui/ui.module.css';
import { useNow } from '../useNow.ts';
import { useSession } from '../useSession.ts';
import { houseRules } from '../workflow/house.ts';
import { type Finding, findingsOf } from './findings.ts';
import styles from './publish.module.css';

type PreflightProps = {
  session: StorySession;
  /** How many times publishing was refused for what stands in the way: each time the first of it gets the focus. */
  refusals: number;
};

/** What stands in the way, and what deserves another look. */
export function Preflight({ session, refusals }: PreflightProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[data-finding="block"]')?.focus();
  }, [refusals]);
  const answers = useStore(linkAnswers);
  const { closingMark } = useStore(prefs);
  useStore(houseRules);
  useNow(); // an embargo ends by itself
  const spots = useSpots(session);
  const photos = useSession(session, ['body'], (now) => photosOf(now.story()), 600);
  const known = useKnownPhotos(photos);
  const uses = usePhotoUses(photos);
  const found = useSession(
    session,
    ['body', 'fields', 'threads', 'status'],
    (now) => findingsOf(now.story(), { answers, closingMark, known, uses }),
    600,
  );
  const style = styleFindings(spots, activeRules(), found.warnings);
  const blocks = [...found.blocks, ...style.blocks];
  const warnings = [...found.warnings, ...style.warnings];
  if (blocks.length === 0 && warnings.length === 0)
    return (
      <>
        <p className={styles.ready}>
          <CircleCheck size={16} aria-hidden="true" />
          {t('publish.ready')}
        </p>
        <LinkCheck session={session} />
      </>
    );
  return (
    <div className={styles.findings} ref={place}>
      {refusals > 0 && blocks.length > 0 ? (
        <span key={refusals} role="alert" className={ui.hidden}>
          {t('publish.refused')}
        </span>
      ) : null}
      <Findings
        session={session}
        title={refusals > 0 ? t('publish.refused') : t('publish.blocks')}
        list={blocks}
        kind="block"
      />
      <Findings session={session} title={t('publish.warnings')} list={warnings} kind="warning" />
      <LinkCheck session={session} />
    </div>
  );
}

/** What is mended in the Review tab. */
const IN_REVIEW: readonly Finding['code'][] = ['checklistOpen', 'killed'];

type Props = { session: StorySession; title: string; list: readonly Finding[]; kind: 'block' | 'warning' };

function Findings({ session, title, list, kind }: Props) {
  const { t } = useTranslation();
  const { timeZone, closingMark: mark } = useStore(prefs);
  if (list.length === 0) return null;
  const embargo = embargoOf(session.story().fields.embargo);
  const time = embargo.kind === 'until' ? momentText(embargo.at, timeZone) : '';
  const textOf = ({ code, anchor, number, name = '', by = '', terms, words = '', other = '', ...said }: Finding) => {
    const field = anchor && 'field' in anchor ? anchor.field : null;
    return t(`preflight.${code}`, {
      ...{ number, time, mark, name: name || t('library.untitled'), by, words, other, count: said.more ?? 0 },
      field: field ? t(`editor.field.${field}`) : '',
      limit: (field && limitsFor(session)[field]) ?? 0,
      place: terms ? t(`photo.field.${terms}`) : '',
      lacks: (said.lacks ?? []).map((lack) => t(`preflight.lack.${lack}`)).join(', '),
      pixels: formatted(said.pixels ?? 0, language()),
      needed: formatted(PAGE_PIXELS, language()),
    });
  };
  const Icon = kind === 'block' ? OctagonAlert : TriangleAlert;
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles.findings}>
        {list.map((finding) => {
          const { code, anchor, name: rule = '', words = '', photo, terms, storyId } = finding;
          const text = textOf(finding);
          return (
            <li
              key={code + rule + words + JSON.stringify(anchor)}
              className={`${styles.finding} ${styles[kind]}`}
              data-finding={kind}
              tabIndex={-1}
            >
              <Icon size={15} aria-hidden="true" />
              <span>{text}</span>
              <button
                type="button"
                className={styles.go}
                aria-label={`${text}: ${t('publish.show')}`}
                onClick={() => {
                  if (storyId) return void openStory(storyId);
                  if (IN_REVIEW.includes(code)) return run('review.open');
                  goTo(session, anchor);
                  if (photo) showPhoto(photo, terms);
                }}
              >
                {t('publish.show')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
