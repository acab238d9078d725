import { defineExtension } from 'lexical';
import type { Figure } from '../../model.ts';
import { $standAlone } from '../solid.ts';
import { $createFigureNode, $figureData, FigureNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromFigure = ({ id: _, type: __, box: ___, ...data }: Figure): FigureNode => $createFigureNode(data);

/** Node -> Story. */
export const $figureFromNode = (node: FigureNode, id: string): Figure => ({ id, type: 'figure', ...$figureData(node) });

export const FigureExtension = defineExtension({
  name: 'copydesk/figure',
  nodes: () => [FigureNode],
  register: (editor) =>
    // What was pasted without a photo that can be named is no figure; inside another block it moves out behind it.
    editor.registerNodeTransform(FigureNode, (node) => {
      if ($figureData(node).photo === '') node.remove();
      else $standAlone(node);
    }),
});
