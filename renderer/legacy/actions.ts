import { recogniseLegacy } from '../../story/text/legacy/recognise.ts';
import { convertLegacy, type LegacyPassage, legacyPassages } from '../editor/legacy.ts';
import type { StorySession } from '../editor/types.ts';
import { t } from '../i18n.ts';
import { dialog } from '../state.ts';
import { notice } from '../ui/toasts.tsx';

export const openConversion = (): void => dialog.set('legacy');

/** Says that words of the story are in an old encoding, where they are, and offers to show them converted. */
export function offerConversion(session: StorySession): void {
  if (!session.readOnly && legacyPassages(session, null).length > 0)
    notice(t('legacy.found'), { label: t('legacy.look'), run: openConversion });
}

export function convert(session: StorySession, passages: readonly LegacyPassage[]): void {
  const done = convertLegacy(session, passages);
  if (!done) {
    notice(t('legacy.notNow'));
    return;
  }
  const { all: count, inFields: fields } = done;
  notice(fields > 0 ? t('legacy.doneInFields', { count, fields }) : t('legacy.done', { count }));
}

/** What is pasted into a field goes by no note under the page: it is offered here. Returns its own undo. */
export function watchFieldPastes(session: StorySession): () => void {
  const onPaste = (event: ClipboardEvent) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return;
    if (recogniseLegacy(event.clipboardData?.getData('text/plain') ?? '') === null) return;
    // Once the field has the text and the story has the field.
    setTimeout(() => offerConversion(session));
  };
  document.addEventListener('paste', onPaste);
  return () => document.removeEventListener('paste', onPaste);
}
