import { $isTextNode, type LexicalNode, type NodeKey } from 'lexical';
import { PICTURE_MARK, type Picture } from '../../../story/formats/paste/leftOut.ts';
import { $leaves } from '../../../story/schema/text/leaves.ts';

/** A picture that came with a paste, and the node it stands behind (null: at the caret). */
export type PlacedPicture = { data: string; alt: string; behind: NodeKey | null };

/** Takes the pictures' marks out of nodes that are not in the story yet; a node that held nothing else goes. */
export function $takePictures(nodes: LexicalNode[], pictures: readonly Picture[]) {
  if (pictures.length === 0) return { nodes, placed: [] };
  const kept: LexicalNode[] = [];
  const placed: PlacedPicture[] = [];
  for (const node of nodes) {
    const found: number[] = [];
    for (const leaf of $leaves(node)) {
      if (!$isTextNode(leaf) || !leaf.getTextContent().includes('\ue0a7')) continue;
      const text = leaf.getTextContent().replace(PICTURE_MARK, (_, number: string) => {
        found.push(Number(number));
        return '';
      });
      leaf.setTextContent(text);
    }
    if (found.length === 0 || node.getTextContent().trim() !== '') kept.push(node);
    for (const number of found) {
      const picture = pictures[number];
      if (picture) placed.push({ data: picture.data, alt: picture.alt, behind: kept.at(-1)?.getKey() ?? null });
    }
  }
  return { nodes: kept, placed };
}

/** A data address as a file of its type. */
export function fileOf({ data }: PlacedPicture, index: number): File {
  const [head = '', body = ''] = data.split(',', 2);
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? '';
  const bytes = Uint8Array.from(atob(body.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  return new File([bytes], `${index + 1}.${type.split('/')[1] ?? 'img'}`, { type });
}
