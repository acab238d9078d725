import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import styles from './Segments.module.css';

type Props<V extends string> = {
  label: string;
  value: V;
  items: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

/** One of a few values, all in sight; the arrow keys go from one to the next. */
export function Segments<V extends string>({ label, value, items, onChange }: Props<V>) {
  return (
    <ToggleGroup
      aria-label={label}
      className={styles.group}
      value={[value]}
      onValueChange={([next]) => {
        // Pressed once more, it stays.
        if (next !== undefined) onChange(next as V);
      }}
    >
      {items.map((item) => (
        <Toggle key={item.value} value={item.value} className={styles.segment}>
          {item.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
