import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useRef } from 'react';
import styles from './Field.module.css';

type Props<V extends string> = {
  label: string;
  value: V;
  items: readonly { value: V; label: string; disabled?: boolean }[];
  onChange: (value: V) => void;
  /** The label is there for screen readers only. */
  hideLabel?: boolean;
  disabled?: boolean;
};

/** One of a few values. */
export function Select<V extends string>({ label, value, items, onChange, hideLabel, disabled }: Props<V>) {
  // The list opens inside the landmark that its button is in.
  const field = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      items={items}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null && next !== value) onChange(next as V);
      }}
    >
      <div className={styles.field} ref={field}>
        {hideLabel ? null : <Base.Label className={styles.label}>{label}</Base.Label>}
        <Base.Trigger className={`${styles.input} ${styles.select}`} aria-label={hideLabel ? label : undefined}>
          <Base.Value className={styles.value} />
          <Base.Icon className={styles.icon}>
            <ChevronsUpDown size={14} aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
      </div>
      <Base.Portal container={field}>
        <Base.Positioner
          className={styles.positioner}
          sideOffset={4}
          alignItemWithTrigger={false}
          positionMethod="fixed"
        >
          <Base.Popup className={styles.popup}>
            <Base.List className={styles.list}>
              {items.map((item) => (
                <Base.Item key={item.value} value={item.value} disabled={item.disabled} className={styles.item}>
                  <Base.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </Base.ItemIndicator>
                  <Base.ItemText className={styles.itemText}>{item.label}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
