import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorySession } from '../../editor/types.ts';
import { desk } from '../../state.ts';
import { createStore, useStore } from '../../store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { photosOf } from '../photosOf.ts';
import { fieldOf } from './keys.ts';
import { tableShown } from './open.ts';
import { Table } from './Table.tsx';

/** Whether the photo in which one is, is shown large. */
const big = createStore(false);

/** The photos of the open story on a table, over the desk; Escape goes back to where one was. */
export function LightTable() {
  const { t } = useTranslation();
  const view = useStore(desk.view);
  const shown = useStore(tableShown);
  const session = view.kind === 'open' && view.session.storyId === shown ? view.session : null;
  // What has the focus must not go before the dialog gives it back.
  const last = useRef(session);
  last.current = session ?? last.current;
  useEffect(() => {
    if (session === null) tableShown.set(null); // another story was opened
  }, [session]);
  const close = () => {
    if (big.get()) big.set(false);
    else tableShown.set(null);
  };
  return (
    <Dialog
      open={session !== null}
      onClose={close}
      title={t('photos.table.title')}
      size="full"
      startAt={() => session && firstField(session)}
    >
      {last.current ? <Table key={last.current.storyId} session={last.current} big={big} /> : null}
    </Dialog>
  );
}

/** The first text that somebody has to look at, or the first caption. */
function firstField(session: StorySession): HTMLElement | null {
  const photos = photosOf(session.story());
  const first = photos.find(({ issues }) => issues.length > 0) ?? photos[0];
  return first ? fieldOf(document, first.figure.id, first.issues[0]?.part ?? 'caption') : null;
}
