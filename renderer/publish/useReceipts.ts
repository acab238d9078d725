import { useEffect, useState } from 'react';
import type { Receipt } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { problem } from '../ui/toasts.tsx';

/** The proofs of what was published of a story, the newest first. */
export function useReceipts(storyId: string): readonly Receipt[] {
  const [receipts, setReceipts] = useState<readonly Receipt[]>([]);
  useEffect(() => {
    let live = true;
    const load = async () => {
      const list = await call('publish.receipts', { storyId });
      if (!live) return;
      if (list.ok) setReceipts([...list.value].sort((a, b) => b.at.localeCompare(a.at)));
      else problem(list);
    };
    void load();
    const stop = onEvent('receipt.made', (receipt) => {
      if (receipt.storyId === storyId) void load();
    });
    return () => {
      live = false;
      stop();
    };
  }, [storyId]);
  return receipts;
}
