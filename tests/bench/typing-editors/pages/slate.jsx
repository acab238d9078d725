import { useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { place } from './root.js';

function Page({ value }) {
  const [editor] = useState(() => withHistory(withReact(createEditor())));
  const renderElement = useCallback(({ attributes, children }) => <p {...attributes}>{children}</p>, []);
  const renderLeaf = useCallback(
    ({ attributes, children, leaf }) => (
      <span {...attributes}>{leaf.bold ? <strong>{children}</strong> : children}</span>
    ),
    [],
  );
  const bold = (event) => {
    if (!event.ctrlKey || event.key !== 'b') return;
    event.preventDefault();
    if (Editor.marks(editor)?.bold) Editor.removeMark(editor, 'bold');
    else Editor.addMark(editor, 'bold', true);
  };
  return (
    <Slate editor={editor} initialValue={value}>
      <Editable renderElement={renderElement} renderLeaf={renderLeaf} onKeyDown={bold} />
    </Slate>
  );
}

window.bench = {
  open(paragraphs) {
    const value = paragraphs.map((text) => ({ type: 'paragraph', children: [{ text }] }));
    createRoot(place()).render(<Page value={value} />);
  },
};
