import { elements, styleOf, unwrap, wordsOf } from './dom.ts';
import { note, type PasteReport, type Source } from './report.ts';

/** Programs whose `<del>` and `<ins>` are tracked changes; on a page of the web they are part of what it says. */
const TRACKING: readonly Source[] = ['word', 'outlook', 'office', 'docs', 'excel'];

/** Tracked changes as if accepted: inserted words stay, deleted ones are left out. */
export function acceptRevisions(document: Document, report: PasteReport): void {
  if (!TRACKING.includes(report.source)) return;
  for (const deleted of elements(document, 'del, .msoDel')) {
    // LibreOffice writes struck words so, too: only a change has a time.
    if (!deleted.isConnected || (report.source === 'office' && !deleted.hasAttribute('datetime'))) continue;
    if (wordsOf(deleted) !== '') note(report, 'deletion', wordsOf(deleted));
    deleted.remove();
  }
  for (const inserted of elements(document, 'ins')) {
    if (wordsOf(inserted) !== '') note(report, 'insertion');
    unwrap(inserted);
  }
}

/** Word's and Google Docs' comments: the remarks leave with their marks, the words they are about stay. */
export function dropComments(document: Document, report: PasteReport): void {
  const isOf = (element: Element, value: string) => styleOf(element).get('mso-element') === value;
  for (const list of elements(document, 'div')) if (isOf(list, 'comment-list')) dropList(list, report);
  for (const mark of elements(
    document,
    '.MsoCommentReference, a[href^="#cmnt"]:not([href^="#cmnt_ref"]), a[href^="#_msocom"]',
  ))
    if (mark.isConnected) (mark.closest('sup, .MsoCommentReference') ?? mark).remove();
  for (const back of elements(document, 'a[href^="#cmnt_ref"]')) {
    const remark = back.closest('div, p');
    back.remove();
    if (remark === null || remark === document.body) continue;
    note(report, 'comment', wordsOf(remark));
    remark.remove();
  }
}

function dropList(list: Element, report: PasteReport): void {
  const remarks = elements(list, 'div').filter((each) => styleOf(each).get('mso-element') === 'comment');
  for (const mark of elements(list, '.MsoCommentReference, .msocomoff, a[href^="#_msoanchor"], a[href^="#_msocom"]'))
    mark.remove();
  for (const remark of remarks) note(report, 'comment', wordsOf(remark));
  const rest = remarks.length === 0 ? wordsOf(list) : '';
  if (rest !== '') note(report, 'comment', rest);
  list.remove();
}
