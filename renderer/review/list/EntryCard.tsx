import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../../editor/types.ts';
import { Button } from '../../ui/Button.tsx';
import ui from '../../ui/ui.module.css';
import { Author } from './Author.tsx';
import { decideNow } from './decide.ts';
import { EntryText } from './EntryText.tsx';
import type { Item } from './items.ts';
import styles from './list.module.css';
import { goToItem } from './step.ts';
import { itemText, kindText } from './words.ts';

type Props = {
  session: StorySession;
  item: Item & { kind: 'entry' };
  colour: number | undefined;
  isCurrent: boolean;
  /** Whether Tab stops here: at one card of the list. */
  isStop: boolean;
  onDecide: () => void;
};

export function EntryCard({ session, item, colour, isCurrent, isStop, onDecide }: Props) {
  const { t } = useTranslation();
  const { entry } = item;
  const what = itemText(item);
  const tabIndex = isStop ? 0 : -1;
  const decide = (accepted: boolean) => {
    onDecide();
    decideNow(session, [entry], accepted);
  };
  return (
    <li
      className={`${ui.card} ${styles.card}`}
      data-entry={item.key}
      data-author={colour}
      data-current={isCurrent || undefined}
      aria-current={isCurrent || undefined}
    >
      <Author name={entry.name} at={entry.at} colour={colour} />
      <button
        type="button"
        data-go=""
        className={styles.go}
        tabIndex={tabIndex}
        aria-label={t('suggest.goTo', { what })}
        onClick={() => goToItem(session, item)}
      >
        {kindText(entry)}
      </button>
      <EntryText entry={entry} />
      <div className={`${ui.row} ${styles.acts}`}>
        {([true, false] as const).map((accepted) => (
          <Button
            key={String(accepted)}
            icon={accepted ? Check : X}
            tabIndex={tabIndex}
            disabled={session.readOnly}
            aria-label={accepted ? t('suggest.acceptThis', { what }) : t('suggest.rejectThis', { what })}
            onClick={() => decide(accepted)}
          >
            {accepted ? t('suggest.accept') : t('suggest.reject')}
          </Button>
        ))}
      </div>
    </li>
  );
}
