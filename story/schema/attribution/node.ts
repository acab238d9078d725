import { $create, $getDocument, type LexicalNode } from 'lexical';
import { WordsNode } from '../words.ts';

/** Whose words the quote above are: a name, an office. */
export class AttributionNode extends WordsNode {
  override $config() {
    return this.config('attribution', {
      extends: WordsNode,
      importDOM: {
        // In a quote, HTML marks it so; elsewhere cite is the name of a work, inside a line.
        cite: ofQuote,
        footer: ofQuote,
      },
    });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('p');
    element.className = 'attribution';
    return element;
  }
}

const ofQuote = (element: HTMLElement) =>
  element.closest('blockquote, aside, figure')
    ? { conversion: () => ({ node: $createAttributionNode() }), priority: 2 as const }
    : null;

export const $createAttributionNode = (): AttributionNode => $create(AttributionNode);
export const $isAttributionNode = (node: LexicalNode | null | undefined): node is AttributionNode =>
  node instanceof AttributionNode;
