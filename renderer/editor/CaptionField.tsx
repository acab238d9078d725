import type { NodeKey } from 'lexical';
import { useRef } from 'react';
import { ONE_LINE } from './controls.ts';
import styles from './solid.module.css';
import type { StorySession } from './types.ts';
import { useBlockControl, useFollowing } from './useControl.ts';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  value: string;
  label: string;
  readOnly: boolean;
  onType: (value: string) => void;
};

/** The caption of a block, on one line, uncontrolled; its label is its placeholder. */
export function CaptionField({ session, nodeKey, value, label, readOnly, onType }: Props) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useFollowing(session, ref, value);
  useBlockControl(session, ref, nodeKey, 'caption');
  return (
    <textarea
      ref={ref}
      className={styles.caption}
      rows={1}
      data-figure-text="caption"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      maxLength={20_000}
      readOnly={readOnly}
      spellCheck={false}
      onInput={(event) => onType(event.currentTarget.value)}
      {...ONE_LINE}
    />
  );
}
