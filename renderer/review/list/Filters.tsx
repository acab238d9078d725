import { useTranslation } from 'react-i18next';
import { authorsOf } from '../../../story/review/suggest/authors.ts';
import type { StorySession } from '../../editor/types.ts';
import { useStore } from '../../store.ts';
import { Select } from '../../ui/Select.tsx';
import ui from '../../ui/ui.module.css';
import { useSession } from '../../useSession.ts';
import { KINDS, type Kind } from './items.ts';
import styles from './list.module.css';
import { listFilter } from './state.ts';

const EVERYONE = '';

/** What the list is narrowed to, and how many that leaves. */
export function Filters({ session, count }: { session: StorySession; count: number }) {
  const { t } = useTranslation();
  const filter = useStore(listFilter);
  const authors = useSession(
    session,
    ['threads', 'body', 'fields'],
    (now) => [...authorsOf(now.story()).values()],
    300,
  );
  const set = (patch: Partial<typeof filter>) => listFilter.set({ ...filter, ...patch });
  const isKnown = authors.some(({ by }) => by === filter.author);
  return (
    <div className={styles.filters}>
      <Select<Kind>
        label={t('suggest.filterKind')}
        value={filter.kind}
        onChange={(kind) => set({ kind })}
        items={KINDS.map((value) => ({ value, label: t(`suggest.kinds.${value}`) }))}
      />
      <Select
        label={t('suggest.filterAuthor')}
        value={isKnown && filter.author ? filter.author : EVERYONE}
        onChange={(by) => set({ author: by === EVERYONE ? null : by })}
        items={[
          { value: EVERYONE, label: t('suggest.everyone') },
          ...authors.map(({ by, name }) => ({
            value: by,
            label: name || t('history.unknown', { fingerprint: by.slice(0, 8) }),
          })),
        ]}
      />
      <p role="status" className={`${ui.muted} ${ui.small}`}>
        {t('suggest.count', { count })}
      </p>
    </div>
  );
}
