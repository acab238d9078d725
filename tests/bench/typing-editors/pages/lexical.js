import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { place } from './root.js';

window.bench = {
  open(paragraphs) {
    const editor = createEditor({ onError: console.error });
    editor.setRootElement(place(true));
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    editor.update(
      () => {
        $getRoot()
          .clear()
          .append(...paragraphs.map((text) => $createParagraphNode().append($createTextNode(text))));
      },
      { discrete: true, tag: 'history-merge' },
    );
  },
};
