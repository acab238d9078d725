import { X } from 'lucide-react';
import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { openSuggestions, STORY_VIEWS, storyIn } from '../../story/review/suggest/views.ts';
import type { StorySession } from '../editor/types.ts';
import { backToText } from '../history/open.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useSession } from '../useSession.ts';
import { ArticlePage, Phone } from './Article.tsx';
import { Column } from './Column.tsx';
import styles from './preview.module.css';
import { SocialCard } from './SocialCard.tsx';
import { preview, previewKind, previewView } from './state.ts';

const close = (): void => preview.set(null);

/** The story as readers will see it, over the desk but for the inspector: it follows what is changed there. */
export function Preview({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const kind = useStore(previewKind);
  const view = useStore(previewView);
  const whole = useSession(session, ['fields', 'body', 'language'], (now) => now.story(), 300);
  const hasSuggestions = openSuggestions(whole).length > 0;
  // Lines are counted, and a card is made, of words without marks.
  const views = STORY_VIEWS.toReversed().filter((one) => one !== 'marks' || kind === 'page' || kind === 'phone');
  const shown = hasSuggestions && views.includes(view) ? view : 'was';
  const story = storyIn(whole, shown);
  const marks = shown === 'marks';
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-preview] [role="tab"][aria-selected="true"]')?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('[data-modal], [role="listbox"][data-open], [data-popup-open]')) return;
      // In the inspector Escape is a field's own.
      if (document.activeElement?.closest('aside')) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      preview.set(null); // another story was opened
      // The text is on the screen again by then.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) backToText(session);
      });
    };
  }, [session]);
  // A frame that goes with the focus in it takes the focus from the whole window.
  useLayoutEffect(
    () => () => {
      if (!(document.activeElement instanceof HTMLIFrameElement)) return;
      document.activeElement.blur();
      window.focus();
    },
    [],
  );
  return (
    <main className={styles.screen} aria-label={t('preview.title')} data-preview data-pane="preview">
      <h1 className={styles.title}>{t('preview.title')}</h1>
      <Tabs
        label={t('preview.as')}
        value={kind}
        onChange={previewKind.set}
        after={
          <>
            {hasSuggestions ? (
              <Segments
                label={t('suggest.view')}
                value={shown}
                onChange={previewView.set}
                items={views.map((value) => ({ value, label: t(`suggest.views.${value}`) }))}
              />
            ) : null}
            <IconButton icon={X} label={t('preview.close')} command="preview.open" onClick={close} />
          </>
        }
        tabs={[
          { value: 'page', label: t('preview.page'), content: () => <ArticlePage story={story} marks={marks} /> },
          { value: 'phone', label: t('preview.phone'), content: () => <Phone story={story} marks={marks} /> },
          { value: 'card', label: t('preview.card'), content: () => <SocialCard story={story} /> },
          { value: 'column', label: t('preview.column'), content: () => <Column story={story} /> },
        ]}
      />
    </main>
  );
}
