import { ArrowUpRight, CircleCheck, CircleHelp, Link2, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkAnswer } from '../../preload/contract.ts';
import { type LinkProblem, linksOf, type StoryLink } from '../../story/text/links.ts';
import { call } from '../api.ts';
import { coreOf } from '../editor/core.ts';
import { revealLink } from '../editor/reveal.ts';
import type { StorySession } from '../editor/types.ts';
import { goTo } from '../goTo.ts';
import { online } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { useSession } from '../useSession.ts';
import { askLinks, canAsk, linkAnswers, linkWork, stopAsking } from './answers.ts';
import { isDead } from './dead.ts';
import styles from './links.module.css';

/** Every link of the story, what is wrong with its address, and, once a person asks, whether it answers. */
export function Links({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const links = useSession(session, ['body', 'fields'], (now) => linksOf(now.story()), 1000);
  const answers = useStore(linkAnswers);
  const work = useStore(linkWork);
  const isOnline = useStore(online);
  if (links.length === 0) return <p className={ui.muted}>{t('links.none')}</p>;
  const toAsk = links.map(({ url }) => url).filter(canAsk);
  return (
    <>
      {work ? (
        <div className={styles.work}>
          <ProgressBar
            label={t('links.asking', { done: work.done, total: work.total })}
            done={work.done}
            total={work.total}
          />
          <Button onClick={stopAsking}>{t('links.stop')}</Button>
        </div>
      ) : (
        <>
          <div>
            <Button disabled={!isOnline || toAsk.length === 0} onClick={() => void askLinks(toAsk)}>
              {t('links.ask')}
            </Button>
          </div>
          <p className={`${ui.muted} ${ui.small}`}>{isOnline ? t('links.askHint') : t('links.offline')}</p>
        </>
      )}
      <ul className={styles.list}>
        {links.map((link, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand in one place twice
            key={`${index} ${link.url}`}
            session={session}
            link={link}
            answer={answers.get(link.url)}
          />
        ))}
      </ul>
    </>
  );
}

type RowProps = { session: StorySession; link: StoryLink; answer: LinkAnswer | undefined };

function Row({ session, link, answer }: RowProps) {
  const { t } = useTranslation();
  const { url, words, anchor, problem: wrong } = link;
  const show = () => {
    if (!('block' in anchor) || !revealLink(coreOf(session), anchor.block, url)) goTo(session, anchor);
  };
  const open = async () => {
    const opened = await call('link.open', { url });
    if (!opened.ok) problem(opened);
  };
  return (
    <li className={styles.link}>
      <button type="button" className={styles.show} onClick={show} title={t('links.show')}>
        {words === url ? null : <span className={styles.words}>{words} </span>}
        <span className={styles.url}>{url}</span>
      </button>
      {canAsk(url) ? <IconButton icon={ArrowUpRight} label={t('links.open')} onClick={() => void open()} /> : null}
      {wrong ? <Note kind="warn" text={t(`links.problem.${wrong satisfies LinkProblem}`)} /> : null}
      {answer ? (
        <Note
          kind={answer.state === 'ok' ? 'ok' : isDead(answer) ? 'dead' : answer.state === 'moved' ? 'moved' : 'unclear'}
          text={t(`links.state.${answer.state}`, { to: answer.to ?? '', status: answer.status ?? '' })}
        />
      ) : null}
    </li>
  );
}

const ICONS = { ok: CircleCheck, warn: TriangleAlert, dead: TriangleAlert, moved: Link2, unclear: CircleHelp };

function Note({ kind, text }: { kind: keyof typeof ICONS; text: string }) {
  const Icon = ICONS[kind];
  return (
    <p className={`${styles.note} ${styles[kind]}`}>
      <Icon size={14} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
