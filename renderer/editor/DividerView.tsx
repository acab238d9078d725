import type { NodeKey } from 'lexical';
import { memo, useRef } from 'react';
import styles from './solid.module.css';
import type { StorySession } from './types.ts';
import { useSolid } from './useSolid.ts';

/** A line between two parts of the story. */
export const DividerView = memo(function DividerView(props: { session: StorySession; nodeKey: NodeKey }) {
  const frame = useRef<HTMLDivElement>(null);
  useSolid(props.session, props.nodeKey, frame);
  return (
    <div ref={frame} className={styles.divider}>
      <div className={styles.line} data-handle>
        <hr />
      </div>
    </div>
  );
});
