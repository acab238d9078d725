import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../preload/contract.ts';
import type { Story } from '../../story/model.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import type { Point } from './pair.ts';

export type Read = { kind: 'loading' } | { kind: 'ready'; story: Story } | { kind: 'failed'; failure: Failure };

const HELD = 12;
const LOADING: Read = { kind: 'loading' };

/** Reads versions of the open story; a version never changes, so the last read are kept. `undefined`: nothing is wanted. */
export function useStories(session: StorySession, wanted: readonly (Point | undefined)[]): Read[] {
  const held = useRef(new Map<number, Read>());
  const [, redraw] = useState(0);
  const missing = wanted.filter((seq) => typeof seq === 'number' && !held.current.has(seq)) as number[];
  const key = missing.join();
  useEffect(() => {
    let isOver = false;
    for (const seq of key === '' ? [] : key.split(',').map(Number))
      void call('history.read', { id: session.storyId, seq }).then((read) => {
        if (isOver) return;
        held.current.set(seq, read.ok ? { kind: 'ready', story: read.value.story } : { kind: 'failed', failure: read });
        for (const oldest of held.current.keys()) {
          if (held.current.size <= HELD) break;
          held.current.delete(oldest);
        }
        redraw((count) => count + 1);
      });
    return () => {
      isOver = true;
    };
  }, [session.storyId, key]);
  return wanted.map((seq) => {
    if (seq === undefined) return LOADING;
    return seq === null ? { kind: 'ready', story: session.story() } : (held.current.get(seq) ?? LOADING);
  });
}
