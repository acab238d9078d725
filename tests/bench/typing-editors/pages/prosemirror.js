import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { place } from './root.js';
import 'prosemirror-view/style/prosemirror.css';

window.bench = {
  open(paragraphs) {
    const doc = schema.node(
      'doc',
      null,
      paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)])),
    );
    const plugins = [history(), keymap({ 'Mod-b': toggleMark(schema.marks.strong) }), keymap(baseKeymap)];
    new EditorView(place(), { state: EditorState.create({ doc, plugins }) });
  },
};
