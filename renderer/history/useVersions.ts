import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Version } from '../../preload/contract.ts';
import { call } from '../api.ts';

const PAGE = 40;

export type Versions = {
  /** Newest first; null: not read yet. */
  list: readonly Version[] | null;
  more: boolean;
  failure: Failure | null;
  loadMore(): void;
  reload(): void;
};

/** The versions of a story, page by page. */
export function useVersions(id: string, every: boolean): Versions {
  const [state, setState] = useState<Pick<Versions, 'list' | 'more' | 'failure'>>({
    list: null,
    more: false,
    failure: null,
  });
  const asked = useRef(0);
  const load = useCallback(
    async (known: readonly Version[], limit: number) => {
      const turn = ++asked.current;
      const before = known.at(-1)?.seq ?? null;
      const page = await call('history.list', { id, before, limit, every });
      if (turn !== asked.current) return; // asked anew meanwhile
      if (page.ok) setState({ list: [...known, ...page.value.versions], more: page.value.more, failure: null });
      else setState((now) => ({ ...now, failure: page }));
    },
    [id, every],
  );
  useEffect(() => void load([], PAGE), [load]);
  const { list } = state;
  return {
    ...state,
    loadMore: () => void load(list ?? [], PAGE),
    // As many as were there, so that the place in the list stays.
    reload: () => void load([], Math.min(100, Math.max(PAGE, (list?.length ?? 0) + 2))),
  };
}
