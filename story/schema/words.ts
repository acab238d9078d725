import { $createParagraphNode, ElementNode, type ParagraphNode, type RangeSelection } from 'lexical';
import { $retypeBlock } from './blockId.ts';

/** A text block of our own making: after it one goes on in a paragraph, and deleting at its start makes it one. */
export class WordsNode extends ElementNode {
  override $config() {
    return this.config(Symbol.for('copydesk/words'), { extends: ElementNode });
  }

  override updateDOM(): boolean {
    return false;
  }

  override canIndent(): false {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode().setDirection(this.getDirection());
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): true {
    $retypeBlock(this, $createParagraphNode());
    return true;
  }
}
