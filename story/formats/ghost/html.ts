import type { Format } from '../../model.ts';
import { htmlEscape } from '../escape.ts';
import { formatsIn, type Inline, type ListNode, type TopNode } from './koenig.ts';

const { text, attribute } = htmlEscape;

/** The HTML that Ghost makes of these nodes, as far as it is compared: without classes, ids and wrappers. */
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
      return `<figure>${node.images.map(imageHtml).join('')}${under(node.caption)}</figure>`;
    case 'bookmark': {
      const { title, publisher } = node.metadata;
      return `<figure><a href="${attribute(node.url)}">${text(title)}${text(publisher)}</a>${under(node.caption)}</figure>`;
    }
  }
}

const imageHtml = ({ src, alt }: { src: string; alt: string }): string =>
  `<img src="${attribute(src)}" alt="${attribute(alt)}">`;
const under = (caption: string): string => (caption === '' ? '' : `<figcaption>${caption}</figcaption>`);

const TAGS: Readonly<Record<Format, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
};

const inlineHtml = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'linebreak') return '<br>';
      if (node.type === 'link') return `<a href="${attribute(node.url)}">${inlineHtml(node.children)}</a>`;
      return formatsIn(node.format).reduceRight(
        (html, format) => `<${TAGS[format]}>${html}</${TAGS[format]}>`,
        text(node.text),
      );
    })
    .join('');

function listHtml({ tag, children }: ListNode): string {
  let html = '';
  for (const { children: inside } of children) {
    const [first] = inside;
    // A list of its own item belongs to the item before it.
    if (first?.type === 'list') html = html.replace(/<\/li>$/, '') + listHtml(first);
    else html += `<li>${inlineHtml(inside as Inline[])}`;
    html += '</li>';
  }
  return `<${tag}>${html}</${tag}>`;
}
