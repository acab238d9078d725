import { boundDocument } from './bound.ts';
import { dissolveLayout, flatten } from './flatten.ts';
import { placeFootnotes } from './footnotes.ts';
import { dropForeign, dropHidden, type Picture, takePictures } from './leftOut.ts';
import { cleanLinks } from './links.ts';
import { wordLists } from './lists.ts';
import { attributeQuotes, cleanTexts, dropPageBreaks, splitAtBreaks } from './paragraphs.ts';
import { emptyReport, type PasteReport, type Source } from './report.ts';
import { acceptRevisions, dropComments } from './revisions.ts';
import { keepFormats, wordStyles } from './styles.ts';

/**
 * Cleans a pasted document in place: what is left is plain HTML of paragraphs, headings, lists, quotes, tables, formats
 * and safe links, in NFC, without a style or a handler, and without a class but that of a pull quote. `document` is one that loads and runs nothing, parsed from
 * quietHtml(). What was left out or changed is in the report, pictures whose bytes are there beside it.
 */
export function cleanPaste(document: Document, source: Source): { report: PasteReport; pictures: Picture[] } {
  const report = emptyReport(source);
  dropForeign(document, report);
  dropComments(document, report);
  dropHidden(document, report);
  acceptRevisions(document, report);
  wordLists(document);
  wordStyles(document);
  dropPageBreaks(document, report);
  placeFootnotes(document, report);
  dissolveLayout(document);
  const pictures = takePictures(document, report);
  attributeQuotes(document);
  splitAtBreaks(document);
  cleanLinks(document, report);
  keepFormats(document, report);
  flatten(document);
  cleanTexts(document);
  document.body.normalize();
  boundDocument(document, report);
  return { report, pictures };
}
