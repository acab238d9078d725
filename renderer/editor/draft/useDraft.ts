import { $getNodeByKey, type NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { DraftedField, Failure } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import { $figureData, $isFigureNode } from '../../../story/schema/figure/node.ts';
import { coreOf } from '../core.ts';
import type { StorySession } from '../types.ts';
import type { Drafter } from './drafter.ts';

export type DraftState =
  | { kind: 'none' }
  | { kind: 'asking' }
  /** `waited`: the person stood at the button all the time. */
  | { kind: 'offered'; text: string; waited: boolean }
  | { kind: 'failed'; failure: Failure };

/** One field's asking for a draft: at most one at a time, ended when the field goes. Nothing here touches the story. */
export function useDraft(session: StorySession, nodeKey: NodeKey, field: DraftedField, drafter: Drafter) {
  const [state, setState] = useState<DraftState>({ kind: 'none' });
  const asking = useRef<{ id: string; drafter: Drafter } | null>(null);

  const end = () => {
    const running = asking.current;
    asking.current = null;
    if (running) running.drafter.cancel(running.id);
  };
  const ask = async (waits: () => boolean) => {
    end();
    const core = coreOf(session);
    const data = core.editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isFigureNode(node) ? $figureData(node) : null;
    });
    if (!data) return;
    const { fields, language } = core.story();
    const { photo, recipe, [field]: text } = data;
    const running = { id: newId(), drafter };
    asking.current = running;
    setState({ kind: 'asking' });
    const wanted = {
      id: running.id,
      photo,
      ...(recipe && { recipe }),
      field,
      language,
      headline: fields.headline,
      text,
    };
    const answer = await drafter.text(wanted);
    if (asking.current !== running) return;
    asking.current = null;
    if (answer.ok) setState({ kind: 'offered', text: answer.value.text, waited: waits() });
    else setState(answer.code === 'cancelled' ? { kind: 'none' } : { kind: 'failed', failure: answer });
  };
  const leave = () => {
    end();
    setState({ kind: 'none' });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes
  useEffect(() => end, []);
  return { state, ask: (waits: () => boolean) => void ask(waits), leave };
}
