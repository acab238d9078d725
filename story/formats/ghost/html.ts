import { htmlEscape } from '../escape.ts';
import { FORMAT_TAGS } from '../inline.ts';
import { formatsIn, type Inline, type ListNode, type TopNode } from './koenig.ts';

const { text, attribute } = htmlEscape;

/** The HTML that Ghost makes of these nodes, as far as it is compared: without classes and ids. */
export const htmlOf = (nodes: readonly TopNode[]): string => nodes.map(topHtml).join('');

function topHtml(node: TopNode): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inlineHtml(node.children)}</p>`;
    case 'extended-heading':
      return `<${node.tag}>${inlineHtml(node.children)}</${node.tag}>`;
    case 'extended-quote':
    case 'aside':
      return `<blockquote>${inlineHtml(node.children)}</blockquote>`;
    case 'list':
      return listHtml(node);
    case 'horizontalrule':
      return '<hr>';
    case 'html':
      return node.html;
    case 'image':
      return `<figure>${imageHtml(node)}${under(node.caption)}</figure>`;
    case 'gallery':
      return `<figure><div>${node.images.map((image) => `<div>${imageHtml(image)}</div>`).join('')}</div>${under(node.caption)}</figure>`;
    case 'callout':
      return `<div><div>${node.calloutText}</div></div>`;
    case 'bookmark': {
      const { title, publisher } = node.metadata;
      const words = `<div><div>${text(title)}</div><div></div><div>${text(publisher)}</div></div>`;
      return `<figure><a href="${attribute(node.url)}">${words}</a>${under(node.caption)}</figure>`;
    }
  }
}

const imageHtml = ({ src, alt }: { src: string; alt: string }): string =>
  `<img src="${attribute(src)}" alt="${attribute(alt)}">`;
const under = (caption: string): string => (caption === '' ? '' : `<figcaption>${caption}</figcaption>`);

const inlineHtml = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'linebreak') return '<br>';
      if (node.type === 'link') return `<a href="${attribute(node.url)}">${inlineHtml(node.children)}</a>`;
      return formatsIn(node.format).reduceRight(
        (html, format) => `<${FORMAT_TAGS[format]}>${html}</${FORMAT_TAGS[format]}>`,
        text(node.text),
      );
    })
    .join('');

/** Ghost puts a list under the item before it; a second one under the same item it puts behind that. */
function listHtml({ tag, children }: ListNode): string {
  let html = '';
  let open = false;
  const close = () => {
    if (open) html += '</li>';
    open = false;
  };
  for (const { children: inside } of children) {
    const [first] = inside;
    if (first?.type === 'list') {
      html += listHtml(first);
      close();
      continue;
    }
    close();
    html += `<li>${inlineHtml(inside as Inline[])}`;
    open = true;
  }
  close();
  return `<${tag}>${html}</${tag}>`;
}
