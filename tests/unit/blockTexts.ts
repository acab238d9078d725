import { type AnyBlock, plainTexts } from '../../story/content.ts';
import { isTextBlock, plainText } from '../../story/model.ts';

/** Every text of a block: its runs as one, or its plain texts. */
export const blockTexts = (block: AnyBlock): string[] =>
  isTextBlock(block) ? [plainText(block.runs)] : plainTexts(block).map(({ text }) => text);
