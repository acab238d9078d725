import type { ParseKeys } from 'i18next';
import { AppWindow, ArchiveRestore, Copy, FileText, type LucideIcon, Pin, PinOff, Trash2 } from 'lucide-react';
import type { LibraryRow } from '../../preload/contract.ts';
import { openInWindow } from '../actions.ts';
import { deletion } from '../shelf/deletion.ts';
import { duplicateStory, pinStory, restoreStory, trashStory } from '../shelf/shelf.ts';
import { openRow } from './open.ts';

/** Something to do with a story of the library, whether it is open or not. */
export type StoryAction = {
  id: string;
  /** The key of its name in the texts. */
  label: ParseKeys;
  icon: LucideIcon;
  /** A line stands between two groups of the menu. */
  group: 'open' | 'shelf' | 'remove';
  /** What cannot be undone is red. */
  danger?: true;
  /** What is not available for a story is not in its menu. */
  isAvailable(row: LibraryRow): boolean;
  /** Says itself what failed. */
  run(row: LibraryRow): unknown;
};

/** Every action of a story's menu, in its order. */
export const STORY_ACTIONS: readonly StoryAction[] = [
  {
    id: 'open',
    label: 'library.action.open',
    icon: FileText,
    group: 'open',
    isAvailable: () => true,
    run: openRow,
  },
  {
    id: 'openInWindow',
    label: 'library.action.openInWindow',
    icon: AppWindow,
    group: 'open',
    isAvailable: (row) => row.trashedAt === null,
    run: (row) => openInWindow(row.id),
  },
  {
    id: 'pin',
    label: 'shelf.pin',
    icon: Pin,
    group: 'shelf',
    isAvailable: (row) => row.trashedAt === null && !row.pinned,
    run: (row) => pinStory(row, true),
  },
  {
    id: 'unpin',
    label: 'shelf.unpin',
    icon: PinOff,
    group: 'shelf',
    isAvailable: (row) => row.trashedAt === null && row.pinned,
    run: (row) => pinStory(row, false),
  },
  {
    id: 'duplicate',
    label: 'shelf.duplicate',
    icon: Copy,
    group: 'shelf',
    isAvailable: (row) => row.trashedAt === null,
    run: duplicateStory,
  },
  {
    id: 'restore',
    label: 'shelf.restore',
    icon: ArchiveRestore,
    group: 'shelf',
    isAvailable: (row) => row.trashedAt !== null,
    run: restoreStory,
  },
  {
    id: 'trash',
    label: 'shelf.trash',
    icon: Trash2,
    group: 'remove',
    isAvailable: (row) => row.trashedAt === null,
    run: trashStory,
  },
  {
    id: 'delete',
    label: 'shelf.delete',
    icon: Trash2,
    group: 'remove',
    danger: true,
    isAvailable: (row) => row.trashedAt !== null,
    run: (row) => deletion.set({ kind: 'one', story: row }),
  },
];

/** The actions for a story, by their groups. */
export const actionsFor = (row: LibraryRow): StoryAction[][] =>
  (['open', 'shelf', 'remove'] as const)
    .map((group) => STORY_ACTIONS.filter((action) => action.group === group && action.isAvailable(row)))
    .filter((actions) => actions.length > 0);
