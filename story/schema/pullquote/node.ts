import { $create, $getDocument, type LexicalNode } from 'lexical';
import { WordsNode } from '../words.ts';

/** Words taken out of the text and set large. */
export class PullQuoteNode extends WordsNode {
  override $config() {
    return this.config('pullquote', {
      extends: WordsNode,
      importDOM: {
        // As other editors mark theirs.
        aside: () => ({ conversion: () => ({ node: $createPullQuoteNode() }), priority: 1 }),
        blockquote: (element: HTMLElement) =>
          /\bpull-?quote\b/i.test(`${element.className} ${element.parentElement?.className ?? ''}`)
            ? { conversion: () => ({ node: $createPullQuoteNode() }), priority: 2 }
            : null,
      },
    });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('blockquote');
    element.className = 'pullquote';
    return element;
  }
}

export const $createPullQuoteNode = (): PullQuoteNode => $create(PullQuoteNode);
export const $isPullQuoteNode = (node: LexicalNode | null | undefined): node is PullQuoteNode =>
  node instanceof PullQuoteNode;
