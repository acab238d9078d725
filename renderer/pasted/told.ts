import type { PasteReport } from '../../story/formats/paste/report.ts';
import { t } from '../i18n.ts';

/** What is worth a note: everything but that styles were dropped, which every paste from a page does. */
export const isWorthTelling = (report: PasteReport): boolean => report.items.some((item) => item.kind !== 'script');

/** "2 pictures, 1 comment left out; 1 footnote put at the end; styling dropped." */
export function toldOf(report: PasteReport, isLegacy = false): string {
  const parts = report.items
    .filter((item) => item.kind !== 'script')
    .map(({ kind, count }) => t(`pasted.told.${kind}`, { count }));
  if (isLegacy) parts.unshift(t('legacy.found'));
  if (report.styling) parts.push(t('pasted.styling'));
  return parts.join(' · ');
}
