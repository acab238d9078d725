import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { place } from './root.js';

window.bench = {
  open(paragraphs) {
    const content = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
    new Editor({ element: place(), extensions: [StarterKit], content: { type: 'doc', content } });
  },
};
