import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../editor/types.ts';
import { Compare } from '../history/Compare.tsx';
import { openInspector } from '../state.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './publish.module.css';
import { siteTime } from './siteTime.ts';
import { type Changed, goOut, readTheirs, type WayOut } from './waysOut.ts';

type Props = {
  session: StorySession;
  place: { destinationId: string; name: string };
  /** null: closed. */
  changed: Changed | null;
  onClose: () => void;
  /** A way was gone: what stands on the site is known now. */
  onDone: (way: WayOut) => void;
};

/** What stands on the site beside what stands here, and three ways out. */
export function SiteDialog({ session, place, changed, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [going, setGoing] = useState<WayOut | null>(null);
  const read = useMemo(() => (changed ? { ...readTheirs(changed), desk: session.story() } : null), [changed, session]);
  const { name } = place;
  const go = async (way: WayOut) => {
    if (!changed) return;
    setGoing(way);
    const gone = await goOut(session, way, changed, place);
    setGoing(null);
    if (!gone.ok) return problem(gone);
    const { conflicts } = gone.value;
    notice(conflicts > 0 ? t('publish.site.doneConflicts', { count: conflicts }) : t(`publish.site.done.${way}`));
    onDone(way);
    if (conflicts > 0) openInspector('review');
  };
  const button = (way: WayOut) => (
    <Button
      kind={way === 'merge' ? 'primary' : undefined}
      busy={going === way}
      disabled={going !== null || session.readOnly}
      onClick={() => void go(way)}
    >
      {t(`publish.site.${way}`)}
    </Button>
  );
  return (
    <Dialog
      size="full"
      open={changed !== null}
      onClose={onClose}
      title={t('publish.site.title', { name })}
      description={changed ? t('publish.site.hint', { time: siteTime(changed.modifiedAt) }) : null}
      actions={
        <>
          {button('take')}
          {button('keep')}
          {button('merge')}
        </>
      }
    >
      {read ? (
        <>
          <ul className={styles.ways}>
            {(['take', 'keep', 'merge'] as const).map((way) => (
              <li key={way}>
                <strong>{t(`publish.site.${way}`)}</strong>: {t(`publish.site.what.${way}`)}
              </li>
            ))}
          </ul>
          {read.left.length > 0 ? (
            <Banner tone="warn" title={t('publish.site.left')}>
              <ul className={ui.list}>
                {read.left.map((what) => (
                  <li key={what} className={styles.address}>
                    {what}
                  </li>
                ))}
              </ul>
            </Banner>
          ) : null}
          <Compare
            before={read.story}
            after={read.desk}
            names={{ before: t('publish.onSite'), after: t('publish.site.onDesk') }}
            layout="side"
          />
        </>
      ) : null}
    </Dialog>
  );
}
