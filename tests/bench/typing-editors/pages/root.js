import './page.css';

export const root = document.getElementById('root');

/** An element to edit, in the page. */
export function place(editable = false) {
  const element = document.createElement('div');
  if (editable) element.contentEditable = 'true';
  root.append(element);
  return element;
}
