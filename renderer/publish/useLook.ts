import { useCallback, useEffect, useRef, useState } from 'react';
import type { DestinationView, Look, Receipt } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { online } from '../state.ts';
import { useStore } from '../store.ts';
import { problem } from '../ui/toasts.tsx';
import { hasWaysOut } from './waysOut.ts';

type Looked = { look: Look | null; isLooking: boolean; lookAgain: () => Promise<Look | null> };

/**
 * What stands at a destination now, against the story's last receipt there: looked at once, quietly, when the tab opens with a
 * network, and once more after each receipt; `lookAgain` is a person's wish, and tells what went wrong.
 */
export function useLook(storyId: string, destination: DestinationView, receipt: Receipt | null): Looked {
  const { id, secret } = destination;
  const isOnline = useStore(online);
  const [look, setLook] = useState<Look | null>(null);
  const [isLooking, setLooking] = useState(false);
  const asked = useRef('');
  const ask = useCallback(
    async (isQuiet: boolean): Promise<Look | null> => {
      setLooking(true);
      const found = await call('publish.look', { storyId, destinationId: id });
      setLooking(false);
      if (found.ok) setLook(found.value);
      else if (!isQuiet) problem(found);
      return found.ok ? found.value : null;
    },
    [storyId, id],
  );
  const receiptId = receipt?.id ?? '';
  const canLook = isOnline && hasWaysOut(destination) && secret !== 'missing' && receiptId !== '';
  useEffect(() => {
    const key = `${storyId} ${id} ${receiptId}`;
    if (!canLook || asked.current === key) return;
    asked.current = key;
    setLook(null);
    void ask(true);
  }, [storyId, id, receiptId, canLook, ask]);
  return { look, isLooking, lookAgain: () => ask(false) };
}
