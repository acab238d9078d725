/**
 * A text column as a newspaper sets it: every line as high as the leading, so that its height counts lines. Nothing is
 * hyphenated: Vietnamese is not, and a text's own soft hyphens hold. Photos and their captions are laid out
 * elsewhere, and so are cards of other sites.
 */
export const COLUMN_STYLESHEET = `
:root { --width: 50mm; --columns: 1; --set: 1; --gutter: 4mm; --size: 9pt; --leading: 11pt; --align: justify; --serif: "Source Serif 4 Variable", "Source Serif 4", "Noto Serif", Cambria, "Times New Roman", serif; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; font-synthesis: none; }
body { width: max-content; min-width: 100%; padding: 5mm; font: var(--size)/var(--leading) var(--serif); hyphens: manual; overflow-wrap: break-word; }
main { width: calc(var(--columns) * var(--width) + (var(--columns) - 1) * var(--gutter)); margin: 0 auto; }
header { margin-bottom: var(--leading); }
.kicker { font-weight: 700; text-transform: uppercase; }
h1 { margin: 1mm 0 2mm; font-size: calc(var(--size) * (1.4 + .4 * var(--columns))); line-height: 1.2; text-wrap: balance; }
.standfirst { font-weight: 700; }
.dateline { font-style: italic; }
.body { columns: var(--set); column-gap: var(--gutter); column-rule: .2mm solid #bbb; text-align: var(--align); widows: 2; orphans: 2; }
.body p { text-indent: 1em; }
.body > p:first-child { text-indent: 0; }
.body h2, .body h3 { padding-top: var(--leading); font-size: inherit; line-height: inherit; text-align: start; break-after: avoid; }
.body > :is(h2, h3):first-child { padding-top: 0; }
ul, ol { padding-inline-start: 1.4em; }
li p, blockquote p { text-indent: 0; }
blockquote { padding-inline-start: 1em; font-style: italic; }
blockquote footer { text-align: end; }
.pullquote blockquote { padding: 0; font-weight: 700; text-align: center; }
sub, sup { line-height: 0; }
table { width: 100%; border-collapse: collapse; text-align: start; }
caption, th { font-weight: 700; text-align: start; }
td, th { padding-inline-end: .5em; vertical-align: top; }
figure:not(.table), .gallery { display: none; }
hr { height: var(--leading); border: 0; color: inherit; text-align: center; }
hr::before { content: "* * *"; }
.box { margin-block: var(--leading); padding-inline: 2mm; box-shadow: 0 0 0 .2mm #000; }
a { color: inherit; text-decoration: none; }
.byline { font-weight: 700; text-align: end; }
`;
