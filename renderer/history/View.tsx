import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Version } from '../../preload/contract.ts';
import { withBlocksOf, withFieldOf } from '../../story/history/restore.ts';
import type { Story } from '../../story/model.ts';
import { storyAsText, textAsStory } from '../../story/review/compare/asText.ts';
import type { StorySession } from '../editor/types.ts';
import { Banner } from '../ui/Banner.tsx';
import { Select } from '../ui/Select.tsx';
import { notice } from '../ui/toasts.tsx';
import { Compare } from './Compare.tsx';
import { CompareThree } from './CompareThree.tsx';
import type { Taken } from './entries.ts';
import type { Mode } from './HistoryScreen.tsx';
import styles from './history.module.css';
import { type Against, type Point, pairOf } from './pair.ts';
import { Reading } from './Reading.tsx';
import { type Given, TextSource } from './TextSource.tsx';
import { type Read, useStories } from './useStories.ts';
import type { Versions } from './useVersions.ts';
import { versionText } from './words.ts';

type Props = {
  session: StorySession;
  versions: Versions;
  chosen: Point;
  mode: Mode;
  against: Against;
  onAgainst: (against: Against) => void;
};

/** The chosen version as a page, or compared with another, with two, or with a text. */
export function View(props: Props) {
  const { t } = useTranslation();
  const { session, versions, chosen, mode, against, onAgainst } = props;
  const [given, setGiven] = useState<Given>({ name: '', text: '' });
  const list = versions.list ?? [];
  const nameOf = (point: Point | undefined): string => {
    const version = list.find(({ seq }) => seq === point);
    return version ? versionText(version) : t('history.now');
  };
  return (
    <div className={styles.view} data-pane="version">
      {mode === 'read' || mode === 'text' ? null : (
        <div className={styles.against}>
          <span className={styles.comparing}>
            {mode === 'three' ? t('compare.twoAndNow', { name: nameOf(chosen) }) : nameOf(chosen)}
          </span>
          <span className={styles.with} aria-hidden="true">
            {t(mode === 'three' ? 'compare.since' : 'history.against')}
          </span>
          <div className={styles.other}>
            <AgainstSelect list={list} chosen={chosen} against={against} onAgainst={onAgainst} />
          </div>
        </div>
      )}
      {mode === 'text' ? <TextSource given={given} onGive={setGiven} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.page} tabIndex={0} aria-label={nameOf(chosen)}>
        <Shown {...props} session={session} nameOf={nameOf} given={given} />
      </section>
    </div>
  );
}

type ShownProps = Props & { nameOf: (point: Point | undefined) => string; given: Given };

function Shown({ session, versions, chosen, mode, against, nameOf, given }: ShownProps) {
  const { t } = useTranslation();
  const list = versions.list ?? [];
  const isPair = mode !== 'read' && mode !== 'text';
  const known = list.map(({ seq }) => seq);
  // Of three, the story as it stands is the third.
  const pair = isPair ? pairOf(chosen, mode === 'three' && against === 'now' ? 'previous' : against, known) : null;
  const [older, newer] = pair === null ? [chosen, undefined] : typeof pair === 'string' ? [undefined, undefined] : pair;
  const [, setTaken] = useState(0);
  const [first, second] = useStories(session, [older, newer]);
  const { more, loadMore } = versions;
  // The version before the last one shown is on the next page.
  useEffect(() => {
    if (pair === 'first' && more) loadMore();
  }, [pair, more, loadMore]);
  const take = (old: Story) => (taken: Taken) => {
    const now = session.story();
    const isField = 'field' in taken;
    session.apply(isField ? withFieldOf(now, old, taken.field) : withBlocksOf(now, old, taken.blocks, taken.instead), {
      isEdit: true,
    });
    void session.flush('blur');
    notice(t(isField ? 'history.takenBackField' : 'history.takenBack'));
    setTaken((count) => count + 1);
  };
  if (versions.failure) return <Problem read={{ kind: 'failed', failure: versions.failure }} />;
  if (pair === 'same') return <p className={styles.hint}>{t('history.sameVersion')}</p>;
  if (mode === 'three' && chosen === null) return <p className={styles.hint}>{t('compare.chooseVersion')}</p>;
  if (pair === 'first') return <p className={styles.hint}>{t(more ? 'history.loading' : 'history.noOlder')}</p>;
  if (first?.kind !== 'ready') return <Problem read={first} />;
  if (mode === 'read') return <Reading story={first.story} label={nameOf(chosen)} />;
  if (mode === 'text') return <WithText story={first.story} name={nameOf(chosen)} given={given} />;
  if (second?.kind !== 'ready') return <Problem read={second} />;
  if (mode === 'three') {
    const now = session.story();
    return (
      <CompareThree
        base={first.story}
        ours={now}
        theirs={second.story}
        language={now.language}
        names={{ base: nameOf(older), ours: t('history.now'), theirs: nameOf(newer) }}
      />
    );
  }
  return (
    <Compare
      key={`${older} ${newer}`}
      before={first.story}
      after={second.story}
      names={{ before: nameOf(older), after: nameOf(newer) }}
      layout={mode}
      onTake={newer === null && !session.readOnly ? take(first.story) : undefined}
    />
  );
}

/** A version beside a plain text, which is taken for the older of the two. */
function WithText({ story, name, given }: { story: Story; name: string; given: Given }) {
  const { t } = useTranslation();
  const text = useDeferredValue(given.text);
  const before = useMemo(() => textAsStory(text), [text]);
  const after = useMemo(() => ({ ...storyAsText(story), language: story.language }), [story]);
  if (text.trim() === '') return <p className={styles.hint}>{t('compare.noText')}</p>;
  return (
    <Compare
      before={before}
      after={after}
      names={{ before: given.name || t('compare.pasted'), after: name }}
      layout="side"
    />
  );
}

function AgainstSelect({
  list,
  chosen,
  against,
  onAgainst,
}: Pick<Props, 'chosen' | 'against' | 'onAgainst'> & { list: readonly Version[] }) {
  const { t } = useTranslation();
  const items = [
    { value: 'previous', label: t('history.previous') },
    { value: 'now', label: t('history.now'), disabled: chosen === null },
    ...list.map((version) => ({
      value: String(version.seq),
      label: versionText(version),
      disabled: version.seq === chosen,
    })),
  ];
  const known = items.some(({ value }) => value === String(against));
  return (
    <Select
      label={t('history.against')}
      hideLabel
      value={known ? String(against) : 'previous'}
      items={items}
      onChange={(value) => onAgainst(value === 'previous' || value === 'now' ? value : Number(value))}
    />
  );
}

/** Why a version is not shown (yet). */
function Problem({ read }: { read: Read | undefined }) {
  const { t } = useTranslation();
  if (read?.kind !== 'failed') return <p className={styles.hint}>{t('history.loading')}</p>;
  return (
    <div className={styles.hint}>
      <Banner tone="warn" title={t('history.unreadable')} live="alert">
        <p>{t(`error.${read.failure.code}`)}</p>
      </Banner>
    </div>
  );
}
