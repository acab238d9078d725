import { $getDocument, DecoratorNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical';
import type { SolidBlock } from '../model.ts';

type WithoutPlace<B> = B extends unknown ? Omit<B, 'id' | 'box'> : never;
/** What the window draws of a block that is one thing: its fields as they stand. */
export type SolidData = WithoutPlace<SolidBlock>;

/** A block that is one thing, with no text of the editor's in it: it is selected, moved and taken out as a whole. */
export class SolidNode<D extends SolidData = SolidData> extends DecoratorNode<D> {
  override $config() {
    return this.config(Symbol.for('copydesk/solid'), { extends: DecoratorNode });
  }

  override createDOM(_config: EditorConfig, _editor?: LexicalEditor): HTMLElement {
    return $getDocument().createElement('figure');
  }

  override updateDOM(): false {
    return false;
  }

  override isInline(): false {
    return false;
  }
}

export const $isSolidNode = (node: LexicalNode | null | undefined): node is SolidNode => node instanceof SolidNode;

/** It stands between the other blocks: inside another one it moves out behind it. */
export function $standAlone(node: SolidNode): void {
  const top = node.getTopLevelElement();
  if (top !== null && !top.is(node)) top.insertAfter(node);
}

/** The classes of such blocks that an editor knows. */
export const solidClasses = (editor: LexicalEditor): (typeof SolidNode)[] =>
  [...editor._nodes.values()].flatMap(({ klass }) =>
    klass.prototype instanceof SolidNode ? [klass as unknown as typeof SolidNode] : [],
  );
