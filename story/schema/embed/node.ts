import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import type { Embed } from '../../model.ts';
import { embedAddress } from '../../text/provider.ts';
import { SolidNode } from '../solid.ts';

export type EmbedData = Omit<Embed, 'id'>;

const urlState = createState('url', {
  parse: (value) => (typeof value === 'string' && embedAddress(value) === value ? value : ''),
});
const captionState = createState('caption', {
  parse: (value) => (typeof value === 'string' ? value.slice(0, 20_000) : ''),
});

/** A video, post or map of another site, as a card with its address. */
export class EmbedNode extends SolidNode<EmbedData> {
  override $config() {
    return this.config('embed', {
      extends: SolidNode,
      stateConfigs: [
        { flat: true, stateConfig: urlState },
        { flat: true, stateConfig: captionState },
      ],
    });
  }

  override decorate(): EmbedData {
    return $embedData(this);
  }

  /** For other programs: a link. Inside the app a card is copied as a node. */
  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('p');
    const { url, caption } = $embedData(this);
    const link = element.appendChild($getDocument().createElement('a'));
    link.href = url;
    link.textContent = caption || url;
    return { element };
  }
}

export const $isEmbedNode = (node: LexicalNode | null | undefined): node is EmbedNode => node instanceof EmbedNode;

export function $createEmbedNode(data: Omit<EmbedData, 'type'>): EmbedNode {
  const node = $setState($create(EmbedNode), urlState, data.url);
  return $setState(node, captionState, data.caption);
}

export const $setEmbedCaption = (node: EmbedNode, text: string): EmbedNode => $setState(node, captionState, text);

export const $embedData = (node: EmbedNode): EmbedData => ({
  type: 'embed',
  url: $getState(node, urlState),
  caption: $getState(node, captionState),
});
