import { place } from './root.js';

window.bench = {
  open(paragraphs) {
    const element = place(true);
    for (const text of paragraphs) {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      element.append(paragraph);
    }
  },
};
