import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, onEvent } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { restoreStory } from './shelf.ts';

/** The open story is in the trash: it says so, and how to get it out. */
export function TrashBanner({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const isTrashed = useTrashed(session.storyId);
  if (!isTrashed) return null;
  const restore = () => restoreStory({ id: session.storyId, headline: session.story().fields.headline });
  return (
    <Banner
      tone="warn"
      live="status"
      title={t('shelf.inTrashTitle')}
      actions={<Button onClick={() => void restore()}>{t('shelf.restore')}</Button>}
    >
      <p>{t('shelf.inTrash')}</p>
    </Banner>
  );
}

/** Whether a story is in the trash; follows what main says of it. */
function useTrashed(id: string): boolean {
  const [isTrashed, setIsTrashed] = useState(false);
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const place = await call('shelf.get', { id });
      if (!isGone && place.ok) setIsTrashed(place.value.trashedAt !== null);
    };
    void ask();
    const stop = onEvent('library.changed', ({ storyId }) => {
      if (storyId === null || storyId === id) void ask();
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [id]);
  return isTrashed;
}
