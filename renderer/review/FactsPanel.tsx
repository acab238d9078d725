import { useTranslation } from 'react-i18next';
import type { FactChange } from '../../story/review/facts/compare.ts';
import { FACT_KINDS } from '../../story/review/facts/fact.ts';
import type { StorySession } from '../editor/types.ts';
import { Select } from '../ui/Select.tsx';
import ui from '../ui/ui.module.css';
import styles from './facts.module.css';
import { goToFact } from './goToFact.ts';
import { NOTHING, useFacts } from './useFacts.ts';

/** The numbers, names, dates and quotes that differ from what the author signed off, or from another version. */
export function FactsPanel({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { versions, chosen, choose, changes } = useFacts(session);
  if (versions !== null && versions.length === 0) return <p className={ui.muted}>{t('facts.noVersion')}</p>;
  if (versions === null || changes === null) return <p className={ui.muted}>{t('facts.loading')}</p>;
  return (
    <>
      <Select label={t('facts.since')} value={chosen} items={versions} onChange={choose} />
      <p role="status" className={changes.length === 0 ? ui.muted : undefined} data-facts={changes.length}>
        {changes.length === 0
          ? t(chosen === NOTHING ? 'facts.own' : 'facts.none')
          : t('facts.count', { count: changes.length })}
      </p>
      {FACT_KINDS.map((kind) => ({ kind, own: changes.filter((change) => change.kind === kind) }))
        .filter(({ own }) => own.length > 0)
        .map(({ kind, own }) => (
          <div key={kind} className={ui.card}>
            <h4 className={styles.kind}>{t(`facts.kind.${kind}`)}</h4>
            <ul className={ui.list} aria-label={t(`facts.kind.${kind}`)}>
              {counted(own).map(({ key, change }) => (
                <li key={key}>
                  <Fact session={session} change={change} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </>
  );
}

/** Each with a key of its own; the same change may be there twice. */
function counted(changes: readonly FactChange[]): { key: string; change: FactChange }[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const key = JSON.stringify(change);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return { key: `${key} ${seen.get(key)}`, change };
  });
}

function Fact({ session, change }: { session: StorySession; change: FactChange }) {
  const { t } = useTranslation();
  const { before, after } = change;
  const name =
    before === null
      ? t('facts.goToCame', { after })
      : after === null
        ? t('facts.goToWent', { before })
        : t('facts.goTo', { before, after });
  return (
    <button type="button" className={styles.fact} aria-label={name} onClick={() => void goToFact(session, change)}>
      {before === null ? t('facts.nothing') : <del>{before}</del>} →{' '}
      {after === null ? t('facts.nothing') : <ins>{after}</ins>}
    </button>
  );
}
