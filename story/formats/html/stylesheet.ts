// No face without every Vietnamese letter (Georgia): its missing ones would come from another, letter by letter.
// Lines stand wider apart than Latin text needs: Vietnamese capitals carry two marks, one above the other.
/** The article page as a newspaper sets it; light, dark and print. No fonts or pictures are fetched. */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #1b1a18; --soft: #5e5a53; --rule: #d9d4ca; --accent: #a3161c;
  --serif: "Source Serif 4", "Source Serif Pro", "Noto Serif", Cambria, "Times New Roman", serif;
  --sans: "Be Vietnam Pro", "Noto Sans", "Segoe UI", system-ui, -apple-system, Roboto, Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #161513; --ink: #ece8e1; --soft: #a9a399; --rule: #3a3733; --accent: #ff8a80; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.1875rem/1.7 var(--serif); }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
header { border-bottom: 1px solid var(--rule); padding-bottom: 1.25rem; margin-bottom: 2rem; }
.kicker { margin: 0 0 .6rem; font: 700 .875rem/1.5 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--accent); }
h1 { margin: 0 0 1.1rem; font-size: clamp(1.9rem, 1.3rem + 2.6vw, 2.9rem); line-height: 1.25; font-weight: 700; letter-spacing: -.01em; text-wrap: balance; }
.standfirst { margin: 0 0 1.1rem; font-size: 1.3125rem; line-height: 1.55; font-weight: 600; text-wrap: pretty; }
.correction { margin: 0 0 1.1rem; padding: .6rem .9rem; border-inline-start: 4px solid var(--accent); font: .9375rem/1.6 var(--sans); }
.dateline { margin: 0; font: .9375rem/1.5 var(--sans); color: var(--soft); }
.place { font-weight: 600; color: var(--ink); }
.place, .date, .caption, .credit { unicode-bidi: isolate; }
.body p { margin: 0 0 1.15em; hanging-punctuation: first; text-wrap: pretty; }
h2, h3 { margin: 2em 0 .6em; font-family: var(--sans); line-height: 1.4; text-wrap: balance; }
h2 { font-size: 1.375rem; }
h3 { font-size: 1.125rem; }
a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: .08em; text-underline-offset: .18em; }
a:hover, a:focus-visible { color: var(--accent); }
ul, ol { margin: 0 0 1.15em; padding-inline-start: 1.6em; }
li { margin: .3em 0; }
li > ul, li > ol { margin: .3em 0; }
li::marker { color: var(--accent); }
blockquote { margin: 1.8em 0; padding-inline-start: 1.2em; border-inline-start: 4px solid var(--accent); font-size: 1.25rem; font-style: italic; }
blockquote p { margin: 0; }
blockquote em { font-style: normal; }
blockquote footer { margin-top: .5em; font: .9375rem/1.5 var(--sans); }
cite { font-style: normal; color: var(--soft); }
.pullquote { margin: 2.2em 0; padding: 1em 0; border-block: 2px solid var(--accent); text-align: center; }
.pullquote blockquote { margin: 0; padding: 0; border: 0; font-size: 1.5rem; font-weight: 600; text-wrap: balance; }
.box { margin: 2em 0; padding: 1.1rem 1.4rem .1rem; border-top: 3px solid var(--accent); background: color-mix(in srgb, var(--ink) 5%, transparent); font-size: 1.0625rem; }
.box > :first-child { margin-top: 0; }
.gallery { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 2em 0; align-items: start; }
.gallery figure { margin: 0; }
.gallery-1 { grid-template-columns: 1fr; }
@media (min-width: 40rem) { .gallery-2 { grid-template-columns: repeat(2, 1fr); } .gallery-3 { grid-template-columns: repeat(3, 1fr); } }
.together { grid-column: 1 / -1; }
figure { margin: 2em 0; }
img { display: block; width: 100%; height: auto; max-height: 90vh; object-fit: contain; }
figcaption { padding: .65rem 0 .6rem; border-bottom: 1px solid var(--rule); font: .9375rem/1.55 var(--sans); color: var(--soft); }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: .9375rem/1.5 var(--sans); font-variant-numeric: tabular-nums; }
caption { padding: 0 0 .6rem; text-align: start; font-weight: 600; }
th, td { padding: .45rem .7rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--accent); }
.embed a { display: block; padding: .9rem 1rem; border: 1px solid var(--rule); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
.caption { color: var(--ink); }
.credit { font-style: italic; }
.byline { margin: 2.2em 0 0; text-align: end; font-weight: 700; }
@media (min-width: 64rem) { .body > figure, .gallery { margin-inline: -3rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #999; --accent: #000; }
  @page { margin: 2cm; }
  body { font-size: 11pt; line-height: 1.5; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 22pt; }
  h1, h2, h3, figcaption { break-after: avoid; }
  figure, blockquote, .box { margin-inline: 0; break-inside: avoid; }
  img { max-height: 16cm; width: auto; max-width: 100%; }
  p { orphans: 3; widows: 3; }
}
`;
