import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';
import ui from './ui.module.css';

type Props<V extends string> = {
  label: string;
  value: V;
  onChange: (value: V) => void;
  tabs: readonly { value: V; label: string; badge?: number; content: () => ReactNode }[];
  /** Stands at the end of the row of tabs. */
  after?: ReactNode;
};

/** Related panels, one shown at a time; only the shown one is rendered. */
export function Tabs<V extends string>({ label, value, onChange, tabs, after }: Props<V>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next as V)} className={styles.root}>
      <div className={styles.bar}>
        <Base.List className={styles.list} aria-label={label}>
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} className={styles.tab}>
              {tab.label}
              {tab.badge ? (
                <>
                  <span className={ui.hidden}>, </span>
                  <span className={styles.badge}>{tab.badge}</span>
                </>
              ) : null}
            </Base.Tab>
          ))}
        </Base.List>
        {after}
      </div>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={styles.panel}>
          {tab.value === value ? tab.content() : null}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
