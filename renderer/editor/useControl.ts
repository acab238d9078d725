import { $getNodeByKey, type NodeKey } from 'lexical';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import type { FigureField } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { coreOf, registerControl, type TextControl } from './core.ts';
import type { StorySession } from './types.ts';

/** A text field that follows the story's text, but is never written to while somebody composes in it. */
export function useFollowing(session: StorySession, ref: RefObject<TextControl | null>, value: string): void {
  useLayoutEffect(() => {
    const element = ref.current;
    const busy = coreOf(session).composing && document.activeElement === element;
    if (element && element.value !== value && !busy) element.value = value;
  }, [session, ref, value]);
}

/** A text field of a block: comments, conflicts and findings find it by its place. */
export function useBlockControl(
  session: StorySession,
  ref: RefObject<TextControl | null>,
  nodeKey: NodeKey,
  part: FigureField,
): void {
  useEffect(() => {
    const core = coreOf(session);
    const block = core.editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return node ? $getBlockId(node) : null;
    });
    return ref.current && block ? registerControl(core, { block, part }, ref.current) : undefined;
  }, [session, ref, nodeKey, part]);
}
