import type { NodeKey } from 'lexical';
import type { SolidData } from '../../story/schema/solid.ts';
import { DividerView } from './DividerView.tsx';
import { EmbedView } from './embed/EmbedView.tsx';
import { FigureView } from './FigureView.tsx';
import { TableView } from './table/TableView.tsx';
import type { StorySession } from './types.ts';

type Props = { session: StorySession; nodeKey: NodeKey; data: SolidData; readOnly: boolean };

/** A block that is one thing, on the page: each kind has its view. */
export function SolidView({ data, ...props }: Props) {
  switch (data.type) {
    case 'figure':
      return <FigureView {...props} data={data} />;
    case 'divider':
      return <DividerView session={props.session} nodeKey={props.nodeKey} />;
    case 'embed':
      return <EmbedView {...props} data={data} />;
    case 'table':
      return <TableView {...props} data={data} />;
  }
}
