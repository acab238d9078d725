import { Menu } from '@base-ui/react/menu';
import {
  ArrowDown,
  ArrowDownToLine,
  ArrowLeft,
  ArrowLeftToLine,
  ArrowRight,
  ArrowRightToLine,
  ArrowUp,
  ArrowUpToLine,
  Check,
  Columns2,
  Ellipsis,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Rows2,
  Trash2,
} from 'lucide-react';
import { useRef } from 'react';
import type { TableData } from '../../../story/schema/table/data.ts';
import type { TableEdit } from '../../../story/schema/table/edit.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import menu from '../../ui/Menu.module.css';
import { type EditorText, useTexts } from '../texts.ts';
import type { Cell } from './cells.ts';
import styles from './table.module.css';

type Props = {
  data: TableData;
  /** The cell the person was in last. */
  at: () => Cell;
  /** Does an edit and goes to a cell. */
  onEdit: (edit: TableEdit, to: Cell) => void;
  onRemove: () => void;
};
type Item = { text: EditorText; icon: LucideIcon; isDanger?: boolean } & (
  | { run: (at: Cell) => [edit: TableEdit, to: Cell] }
  | { remove: true }
);

const ROWS: Item[] = [
  { text: 'tableRowAbove', icon: ArrowUpToLine, run: (at) => [{ kind: 'insertRow', at: at.row }, at] },
  {
    text: 'tableRowBelow',
    icon: ArrowDownToLine,
    run: (at) => [
      { kind: 'insertRow', at: at.row + 1 },
      { ...at, row: at.row + 1 },
    ],
  },
  {
    text: 'tableRowUp',
    icon: ArrowUp,
    run: (at) => [
      { kind: 'moveRow', from: at.row, to: at.row - 1 },
      { ...at, row: at.row - 1 },
    ],
  },
  {
    text: 'tableRowDown',
    icon: ArrowDown,
    run: (at) => [
      { kind: 'moveRow', from: at.row, to: at.row + 1 },
      { ...at, row: at.row + 1 },
    ],
  },
  { text: 'tableRowRemove', icon: Trash2, run: (at) => [{ kind: 'removeRow', at: at.row }, at], isDanger: true },
];
const COLUMNS: Item[] = [
  { text: 'tableColumnBefore', icon: ArrowLeftToLine, run: (at) => [{ kind: 'insertColumn', at: at.column }, at] },
  {
    text: 'tableColumnAfter',
    icon: ArrowRightToLine,
    run: (at) => [
      { kind: 'insertColumn', at: at.column + 1 },
      { ...at, column: at.column + 1 },
    ],
  },
  {
    text: 'tableColumnLeft',
    icon: ArrowLeft,
    run: (at) => [
      { kind: 'moveColumn', from: at.column, to: at.column - 1 },
      { ...at, column: at.column - 1 },
    ],
  },
  {
    text: 'tableColumnRight',
    icon: ArrowRight,
    run: (at) => [
      { kind: 'moveColumn', from: at.column, to: at.column + 1 },
      { ...at, column: at.column + 1 },
    ],
  },
  {
    text: 'tableColumnRemove',
    icon: Trash2,
    run: (at) => [{ kind: 'removeColumn', at: at.column }, at],
    isDanger: true,
  },
];

/** What can be done to the table around the cell: one more row, one more column, and the rest in a menu. */
export function TableTools({ data, at, onEdit, onRemove }: Props) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  const [rows, columns] = [data.rows.length, data.rows[0]?.length ?? 1];
  const items = (list: readonly Item[]) =>
    list.map((item) => (
      <Menu.Item
        key={item.text}
        className={item.isDanger ? `${menu.item} ${menu.danger}` : menu.item}
        onClick={() => {
          chosen.current = () => ('run' in item ? onEdit(...item.run(at())) : onRemove());
        }}
      >
        <item.icon size={15} strokeWidth={1.9} aria-hidden="true" />
        {t(item.text)}
      </Menu.Item>
    ));
  const header = (text: EditorText, icon: LucideIcon, kind: 'header' | 'headerColumn', isOn: boolean) => {
    const Icon = icon;
    return (
      <Menu.CheckboxItem
        className={menu.item}
        checked={isOn}
        closeOnClick
        onCheckedChange={(on) => {
          chosen.current = () => onEdit({ kind, on }, at());
        }}
      >
        <Icon size={15} strokeWidth={1.9} aria-hidden="true" />
        {t(text)}
        <Menu.CheckboxItemIndicator>
          <Check size={14} aria-hidden="true" />
        </Menu.CheckboxItemIndicator>
      </Menu.CheckboxItem>
    );
  };
  return (
    <div ref={place} className={styles.tools}>
      <IconButton
        icon={Rows2}
        label={t('tableRowAdd')}
        onClick={() => onEdit({ kind: 'insertRow', at: rows }, { row: rows, column: 0 })}
      />
      <IconButton
        icon={Columns2}
        label={t('tableColumnAdd')}
        onClick={() => onEdit({ kind: 'insertColumn', at: columns }, { row: 0, column: columns })}
      />
      <Menu.Root
        onOpenChangeComplete={(open) => {
          const run = open ? null : chosen.current;
          chosen.current = null;
          // The button has the focus first.
          if (run) requestAnimationFrame(run);
        }}
      >
        <Menu.Trigger render={<IconButton icon={Ellipsis} label={t('tableMore')} />} />
        <Menu.Portal container={place}>
          <Menu.Positioner className={menu.positioner} sideOffset={4} positionMethod="fixed" align="end">
            <Menu.Popup className={menu.popup}>
              {header('tableHeader', PanelTop, 'header', data.header)}
              {header('tableHeaderColumn', PanelLeft, 'headerColumn', data.headerColumn === true)}
              <Menu.Separator className={menu.line} />
              {items(ROWS)}
              <Menu.Separator className={menu.line} />
              {items(COLUMNS)}
              <Menu.Separator className={menu.line} />
              {items([{ text: 'tableRemove', icon: Trash2, remove: true, isDanger: true }])}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
