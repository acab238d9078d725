import { Globe, Heading2, Heading3, Image, type LucideIcon, Shapes, Table, TextQuote, X } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { type OutlineItem, sectionOf, stepOf, type Target } from '../../../story/outline.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import ui from '../../ui/ui.module.css';
import { coreOf } from '../core.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { goToBlock, moveSection } from './move.ts';
import styles from './outline.module.css';
import { useOutline } from './useOutline.ts';

type Props = { session: StorySession; onClose: () => void };

const ICONS: Partial<Record<OutlineItem['type'], LucideIcon>> = {
  pullquote: TextQuote,
  figure: Image,
  table: Table,
  embed: Globe,
};
const iconOf = ({ type, depth }: OutlineItem): LucideIcon =>
  type === 'heading' ? (depth === 0 ? Heading2 : Heading3) : (ICONS[type] ?? Shapes);

/** The story's headings, quotes, photos and tables: Enter goes there, Alt with an arrow or the mouse moves a whole section. */
export function OutlinePane({ session, onClose }: Props) {
  const t = useTexts();
  const { items, current } = useOutline(session);
  const { editor } = coreOf(session);
  const list = useRef<HTMLOListElement>(null);
  /** The item that has the focus, also after it was moved on the page. */
  const held = useRef<string | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);

  // What React moves loses the focus.
  useLayoutEffect(() => {
    const button = held.current && list.current?.querySelector<HTMLElement>(`[data-item="${held.current}"]`);
    if (button && items.length > 0) button.focus();
    held.current = null;
  }, [items]);

  const name = ({ type, text }: OutlineItem): string => text || t(type === 'figure' ? 'figure' : 'outline.empty');
  const move = (item: OutlineItem, before: Target | undefined) => {
    if (session.readOnly || before === undefined) return;
    held.current = item.id;
    if (moveSection(editor, item.id, before)) setSaid(t('outline.moved', { name: name(item) }));
  };
  const onKeyDown = (event: KeyboardEvent, item: OutlineItem) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    const at = buttons.findIndex((button) => button.dataset.item === item.id);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Home') buttons[0]?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (event.key === 'Escape') editor.focus();
    else if (by === 0) return;
    else if (event.altKey) move(item, stepOf(session.story().body, item.id, by));
    else buttons[at + by]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  /** Onto an item: before it; below all: to the end. */
  const drop = (event: DragEvent, before: Target) => {
    event.preventDefault();
    const item = items.find(({ id }) => id === dragged);
    setDragged(null);
    setOver(null);
    if (item) move(item, before);
  };
  const inSection = (id: string): boolean => {
    const { body } = session.story();
    const section = dragged === null ? null : sectionOf(body, dragged);
    return section !== null && body.slice(section.start, section.end).some((block) => block.id === id);
  };
  const allow = (event: DragEvent, id: string) => {
    if (dragged === null || inSection(id)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(id);
  };
  // One stop for Tab: where one was, else the current item, else the first.
  const first = [stop, current].find((id) => items.some((item) => item.id === id)) ?? items[0]?.id;
  return (
    <nav className={styles.pane} aria-label={t('outline.title')} data-pane="outline">
      <div className={styles.head}>
        <h2>{t('outline.title')}</h2>
        <IconButton icon={X} label={t('outline.close')} command="outline.toggle" onClick={onClose} />
      </div>
      {items.length === 0 ? <p className={styles.empty}>{t('outline.nothing')}</p> : null}
      <ol ref={list} className={styles.list} aria-describedby="outline-hint">
        {items.map((item) => {
          const Icon = iconOf(item);
          return (
            <li key={item.id} data-depth={item.depth} data-over={over === item.id || undefined}>
              <button
                type="button"
                data-item={item.id}
                className={styles.item}
                tabIndex={item.id === first ? 0 : -1}
                aria-current={item.id === current ? 'location' : undefined}
                draggable={!session.readOnly}
                onFocus={() => setStop(item.id)}
                onClick={() => goToBlock(editor, item.id)}
                onKeyDown={(event) => onKeyDown(event, item)}
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', item.text);
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(item.id);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
                onDragOver={(event) => allow(event, item.id)}
                onDrop={(event) => drop(event, item.id)}
              >
                <Icon size={14} strokeWidth={1.8} aria-hidden="true" />
                <span className={styles.name}>{name(item)}</span>
              </button>
            </li>
          );
        })}
        {dragged === null ? null : (
          <li
            className={styles.end}
            data-over={over === 'end' || undefined}
            onDragOver={(event) => allow(event, 'end')}
            onDrop={(event) => drop(event, null)}
          />
        )}
      </ol>
      <p id="outline-hint" className={styles.hint} hidden={items.length === 0 || session.readOnly}>
        {t('outline.hint')}
      </p>
      <span role="status" className={ui.hidden}>
        {said}
      </span>
    </nav>
  );
}
