import { $getNodeByKey, type NodeKey } from 'lexical';
import { ArrowRightToLine, TextCursorInput } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoText } from '../../../story/model.ts';
import { type PhotoIssueCode, photoIssues } from '../../../story/photo/check.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { Button } from '../../ui/Button.tsx';
import { notice } from '../../ui/toasts.tsx';
import { useSession } from '../../useSession.ts';
import { coreOf } from '../core.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import styles from './caption.module.css';
import { fillField, moveCredit } from './put.ts';

type Props = {
  session: StorySession;
  nodeKey: NodeKey;
  field: PhotoText;
  empty: boolean;
  control: RefObject<HTMLTextAreaElement | null>;
};

/** What stands at the field anyway: that it is empty, that nobody has checked it. */
const SEEN: readonly PhotoIssueCode[] = [
  'missingCaption',
  'missingCredit',
  'missingAlt',
  'uncheckedPhotoTexts',
  'draftUnread',
];

/** Under a photo's text: what to look at in it, and what can be done about it. */
export function FieldHints({ session, nodeKey, field, empty, control }: Props) {
  const t = useTexts();
  const { t: general } = useTranslation();
  const block = coreOf(session).editor.read(() => {
    const node = $getNodeByKey(nodeKey);
    return node ? $getBlockId(node) : '';
  });
  const issues = useSession(
    session,
    ['body', 'fields'],
    (now) =>
      (photoIssues(now.story()).get(block) ?? []).filter(({ code, part }) => part === field && !SEEN.includes(code)),
    500,
  );
  const name = t(`text.${field}`);
  const hasTemplate = (field === 'caption' || field === 'credit') && empty && !session.readOnly;
  const fill = async () => {
    if (field !== 'caption' && field !== 'credit') return;
    const open = await fillField(session, nodeKey, field);
    control.current?.focus();
    // The first thing that is left to be written is taken by what is typed.
    if (open === 'lacks') notice(t('templateLacks'));
    else if (open) requestAnimationFrame(() => control.current?.setSelectionRange(open.from, open.to));
  };
  return (
    <>
      {issues.map(({ code, words = '', other = '' }) => (
        <span key={code + words} className={styles.issue} data-issue={code}>
          {general(`photos.issue.${code}`, { words, other })}
          {code === 'creditInText' && !session.readOnly && field !== 'credit' ? (
            <Button
              kind="quiet"
              className={styles.small}
              icon={ArrowRightToLine}
              onClick={() => {
                moveCredit(session, nodeKey, field);
                control.current?.focus();
              }}
            >
              {t('creditMove')}
            </Button>
          ) : null}
        </span>
      ))}
      {hasTemplate ? (
        <Button
          kind="quiet"
          className={`${styles.small} ${styles.template}`}
          icon={TextCursorInput}
          aria-label={t('fromTemplateOne', { field: name })}
          onClick={() => void fill()}
        >
          {t('fromTemplate')}
        </Button>
      ) : null}
    </>
  );
}
