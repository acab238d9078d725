import { $create, $getDocument, type DOMExportOutput, type LexicalNode } from 'lexical';
import type { Divider } from '../../model.ts';
import { SolidNode } from '../solid.ts';

/** A line across the column. */
export class DividerNode extends SolidNode<Omit<Divider, 'id'>> {
  override $config() {
    return this.config('divider', {
      extends: SolidNode,
      importDOM: { hr: () => ({ conversion: () => ({ node: $createDividerNode() }), priority: 0 }) },
    });
  }

  override decorate(): Omit<Divider, 'id'> {
    return { type: 'divider' };
  }

  override exportDOM(): DOMExportOutput {
    return { element: $getDocument().createElement('hr') };
  }
}

export const $createDividerNode = (): DividerNode => $create(DividerNode);
export const $isDividerNode = (node: LexicalNode | null | undefined): node is DividerNode =>
  node instanceof DividerNode;
