import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import { configExtension, defineExtension } from 'lexical';
import { AttributionExtension } from './attribution/attribution.ts';
import { BoxExtension } from './box/box.ts';
import { DividerExtension } from './divider/divider.ts';
import { EmbedExtension } from './embed/embed.ts';
import { FigureExtension } from './figure/figure.ts';
import { HeadingExtension } from './heading/heading.ts';
import { BlockHistoryExtension } from './history.ts';
import { BlockIdsExtension } from './ids.ts';
import { ListExtension } from './list/list.ts';
import { ParagraphExtension } from './paragraph/paragraph.ts';
import { PullQuoteExtension } from './pullquote/pullquote.ts';
import { QuoteExtension } from './quote/quote.ts';
import { TableExtension } from './table/table.ts';
import { TextExtension } from './text/text.ts';

/** Everything a story's body is made of, with undo; the same in the window and headless. */
export const StoryExtension = defineExtension({
  name: 'copydesk/story',
  namespace: 'copydesk',
  dependencies: [
    RichTextExtension,
    configExtension(HistoryExtension, { disabled: false, maxDepth: 500 }),
    TextExtension,
    ParagraphExtension,
    HeadingExtension,
    QuoteExtension,
    PullQuoteExtension,
    AttributionExtension,
    ListExtension,
    FigureExtension,
    DividerExtension,
    TableExtension,
    EmbedExtension,
    BoxExtension,
    BlockIdsExtension,
    BlockHistoryExtension,
  ],
});
