import { PASTE_TAG } from 'lexical';
import { ClipboardPaste, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLeftOut } from '../../story/formats/paste/report.ts';
import { coreOf } from '../editor/core.ts';
import { bringBack, pasteAsPlain } from '../editor/pasted/after.ts';
import { pastedOf } from '../editor/pasted/clipboard.ts';
import type { StorySession } from '../editor/types.ts';
import { openConversion } from '../legacy/actions.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BothDialog } from './BothDialog.tsx';
import styles from './pasted.module.css';
import { isWorthTelling, toldOf } from './told.ts';

/** Under the page after a paste: what it left out, and the ways back. It goes when one types on. */
export function PasteNote({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const { editor } = coreOf(session);
  const store = pastedOf(editor);
  const last = useStore(store);
  const [both, setBoth] = useState<string | null>(null);

  useEffect(() => {
    if (last === null) return;
    return editor.registerUpdateListener(({ dirtyLeaves, tags }) => {
      if (dirtyLeaves.size > 0 && !tags.has(PASTE_TAG)) store.set(null);
    });
  }, [editor, store, last]);

  const back = (work: () => void) => {
    work();
    store.set(null);
    editor.focus();
  };
  const told = last?.kind === 'pasted' && (last.isLegacy || isWorthTelling(last.report)) ? last : null;
  const words = told ? wordsLeftOut(told.report) : [];
  return (
    <>
      {/* Always there, so that what comes into it is spoken. */}
      <div role="status" className={styles.note} data-paste-note hidden={last?.kind !== 'tooMuch' && !told}>
        <ClipboardPaste size={16} aria-hidden="true" className={styles.icon} />
        <p className={styles.told}>
          {last?.kind === 'tooMuch' ? t('pasted.tooMuch') : told ? toldOf(told.report, told.isLegacy) : null}
        </p>
        {told ? (
          <div className={styles.actions}>
            {told.isLegacy ? (
              <Button kind="quiet" onClick={openConversion}>
                {t('legacy.look')}
              </Button>
            ) : null}
            {words.length > 0 ? (
              <Button kind="quiet" onClick={() => back(() => bringBack(editor, words))}>
                {t('pasted.bringBack')}
              </Button>
            ) : null}
            {told.clipboard.html ? (
              <Button kind="quiet" onClick={() => setBoth(told.clipboard.html)}>
                {t('pasted.showBoth')}
              </Button>
            ) : null}
            {told.clipboard.text ? (
              <Button kind="quiet" onClick={() => back(() => pasteAsPlain(editor, told.clipboard.text))}>
                {t('pasted.asPlain')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {last ? <IconButton icon={X} label={t('ui.close')} onClick={() => back(() => {})} /> : null}
      </div>
      <BothDialog html={both} onClose={() => setBoth(null)} />
    </>
  );
}
