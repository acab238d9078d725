import { $isLinkNode, LinkExtension, LinkNode } from '@lexical/link';
import {
  $createTextNode,
  $getState,
  $isTextNode,
  $setState,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  LineBreakNode,
  mergeRegister,
  TabNode,
  TextNode,
} from 'lexical';
import { safeLink } from '../../text/link.ts';
import { $unlink } from './link.ts';
import { $getMarks, $setMarks, breakFormatState, isStoredFormat, STORED_FORMATS } from './marks.ts';

/** Inline text: only what a story stores survives in the editor, wherever it came from. */
export const TextExtension = defineExtension({
  name: 'copydesk/text',
  dependencies: [LinkExtension],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, $plainStyle),
      editor.registerNodeTransform(TabNode, (node) => {
        node.replace($setMarks($createTextNode(' '), $getMarks(node)));
      }),
      editor.registerNodeTransform(LineBreakNode, $decideBreakMarks),
      editor.registerNodeTransform(LinkNode, $plainLink),
      editor.registerCommand(FORMAT_TEXT_COMMAND, (format) => !isStoredFormat(format), COMMAND_PRIORITY_LOW),
    ),
});

function $plainStyle(node: TextNode): void {
  const format = node.getFormat() & STORED_FORMATS;
  if (node.getFormat() !== format) node.setFormat(format);
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getMode() !== 'normal') node.setMode('normal');
  if (node.getDetail() !== 0) node.setDetail(0);
}

/** A new line break is marked like the text it follows, so that bold text stays one run across it. */
function $decideBreakMarks(node: LineBreakNode): void {
  if ($getState(node, breakFormatState) !== null) return;
  const before = node.getPreviousSibling();
  if ($isTextNode(before)) $setMarks(node, $getMarks(before));
  else $setState(node, breakFormatState, 0);
}

/** A link is an address and nothing else; one that is not http, https or mailto is dropped, its text stays. */
function $plainLink(node: LinkNode): void {
  const url = node.getURL();
  if (url.length > 4096 || safeLink(url) === null || $isLinkNode(node.getParent())) {
    $unlink(node);
    return;
  }
  if (node.getRel() !== null) node.setRel(null);
  if (node.getTarget() !== null) node.setTarget(null);
  if (node.getTitle() !== null) node.setTitle(null);
}
