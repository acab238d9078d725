import { type KeyboardEvent, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoText } from '../../../story/model.ts';
import { isMac } from '../../commands.ts';
import { NameList } from '../../editor/caption/NameList.tsx';
import { figureKeys } from '../../editor/figures.ts';
import type { StorySession } from '../../editor/types.ts';
import { type Store, useStore } from '../../store.ts';
import { useSession } from '../../useSession.ts';
import { photosOf, type StoryPhoto } from '../photosOf.ts';
import { checkTexts, copyText, fillTexts, movePhotoBy } from './acts.ts';
import { Card } from './Card.tsx';
import { enter, fieldOf, placeOf, type TableAct, tableAct } from './keys.ts';
import { TableBar } from './TableBar.tsx';
import { TableHelp } from './TableHelp.tsx';
import styles from './table.module.css';

type Place = { id: string; field: PhotoText };

/** All photos of a story, each with its texts, to be captioned with the keyboard alone. */
export function Table({ session, big }: { session: StorySession; big: Store<boolean> }) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const photos = useSession(session, ['body', 'fields'], (now) => photosOf(now.story()), 400);
  // What is done by a key is on the screen at once.
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Those that lacked something when that was asked for: none goes away while it is being written. */
  const [lacking, setLacking] = useState<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  const isBig = useStore(big);
  const back = useRef<Place | null>(null);
  const last = useRef<Place | null>(null);
  const keys = figureKeys(session);
  const shown = photos.filter(({ figure }) => lacking?.has(figure.id) ?? true);

  useEffect(() => () => big.set(false), [big]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it becomes large, or small again
  useLayoutEffect(() => {
    document.activeElement?.closest('[data-photo-card]')?.scrollIntoView({ block: 'nearest' });
  }, [isBig]);
  // A photo that changes its place takes the focus with it.
  useLayoutEffect(() => {
    if (root.current && back.current) enter(fieldOf(root.current, back.current.id, back.current.field));
    back.current = null;
  });

  const toggle = (id: string) =>
    setChosen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const step = (from: Place, by: -1 | 1) => {
    const to = shown[shown.findIndex(({ figure }) => figure.id === from.id) + by];
    if (to && root.current) enter(fieldOf(root.current, to.figure.id, from.field));
  };
  const fill = async (field: 'caption' | 'credit') => {
    const count = await fillTexts(session, field, chosen);
    setSaid(t('photos.table.filled', { count }));
    again();
  };
  const onlyLacking = () => {
    const ids = new Set(photos.filter(({ issues }) => issues.length > 0).map(({ figure }) => figure.id));
    setLacking((now) => (now ? null : ids));
  };

  /** Does what a key or a button asks for, from the text where the person is. */
  const act = (what: TableAct) => {
    const place = placeOf(document.activeElement) ?? last.current;
    if (what === 'lacking') return onlyLacking();
    if (what === 'big') return big.set((now) => !now);
    if (what === 'undo' || what === 'redo') {
      session.run({ kind: what });
      back.current = place;
      return again();
    }
    if (!place) return;
    if (what === 'next' || what === 'previous') return step(place, what === 'next' ? 1 : -1);
    if (what === 'choose') return toggle(place.id);
    if (session.readOnly) return;
    if (what === 'copy') setSaid(t('photos.table.copied', { count: copyText(session, place.id, place.field, chosen) }));
    else if (what === 'check') checkTexts(session, chosen.has(place.id) ? [...chosen] : [place.id]);
    else if (what === 'template') {
      if (place.field !== 'caption' && place.field !== 'credit') setSaid(t('photos.table.noTemplate'));
      else void fill(place.field);
    } else {
      const at = movePhotoBy(session, place.id, what === 'earlier' ? -1 : 1);
      if (at !== null) setSaid(t('photos.table.moved', { at }));
      back.current = place;
    }
    again();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const what = tableAct(event.nativeEvent, isMac());
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    act(what);
  };
  const card = ({ figure, issues }: StoryPhoto) => {
    const nodeKey = keys.get(figure.id);
    if (nodeKey === undefined) return null;
    return (
      <Card
        key={figure.id}
        session={session}
        nodeKey={nodeKey}
        figure={figure}
        issues={issues}
        number={photos.findIndex((one) => one.figure.id === figure.id) + 1}
        chosen={chosen.has(figure.id)}
        onChoose={() => toggle(figure.id)}
        onGo={(part) => root.current && enter(fieldOf(root.current, figure.id, part))}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the fields in it
    <div
      ref={root}
      className={styles.table}
      data-block-texts
      data-big={isBig}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        last.current = placeOf(target) ?? last.current;
        target.scrollIntoView({ block: 'nearest' });
      }}
    >
      <TableBar
        done={photos.filter(({ issues }) => issues.length === 0).length}
        total={photos.length}
        chosen={chosen.size}
        lacking={lacking !== null}
        readOnly={session.readOnly}
        said={said}
        act={act}
        fill={(field) => void fill(field)}
      />
      {shown.length > 0 ? (
        <ul className={styles.cards}>{shown.map(card)}</ul>
      ) : (
        <p className={styles.nothing}>{t(photos.length > 0 ? 'photos.table.allDone' : 'photos.emptyTitle')}</p>
      )}
      <TableHelp />
      {session.readOnly ? null : <NameList session={session} scope="[data-block-texts]" />}
    </div>
  );
}
