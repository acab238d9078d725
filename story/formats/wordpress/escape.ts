import { type Escape, htmlEscape } from '../escape.ts';

// For accounts without `unfiltered_html`, WordPress decodes "&amp;#60;" once too often; with the # as an entity it does not.
const keepReferences = (html: string): string => html.replaceAll('&amp;#', '&amp;&#35;');
// "[name]" in a post's text or attributes runs as a shortcode, and a paragraph that is one address becomes an embed:
// neither is what was written, so both are broken up by entities, which readers do not see.
const noShortcodes = (html: string): string => html.replaceAll('[', '&#91;').replaceAll(']', '&#93;');

/** An address that is to become an embed (it has no square brackets: see embedAddress). */
export const addressEscape = (url: string): string => keepReferences(htmlEscape.text(url));

/** Plain text inside a post's block markup. */
export const blockEscape: Escape = {
  text: (text) => noShortcodes(keepReferences(htmlEscape.text(text))).replaceAll('://', ':&#47;&#47;'),
  attribute: (text) => noShortcodes(keepReferences(htmlEscape.attribute(text))),
};

/**
 * Plain text for a title, an excerpt or a media field. WordPress holds these as HTML: an ampersand may stand bare in them,
 * but what would read as a tag or an entity may not.
 */
export const fieldEscape = (text: string): string =>
  keepReferences(text.replace(/&(?=#?\w+;)/g, '&amp;'))
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .trim();
