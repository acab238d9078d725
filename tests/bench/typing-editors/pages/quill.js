import Quill from 'quill';
import { place } from './root.js';
import 'quill/dist/quill.core.css';

window.bench = {
  open(paragraphs) {
    const quill = new Quill(place());
    quill.setContents([{ insert: `${paragraphs.join('\n')}\n` }], 'silent');
  },
};
