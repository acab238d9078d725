import type { ParseKeys } from 'i18next';
import { AppWindow, FileText, type LucideIcon } from 'lucide-react';
import type { LibraryRow } from '../../preload/contract.ts';
import { openInWindow } from '../actions.ts';
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
];

/** The actions for a story, by their groups. */
export const actionsFor = (row: LibraryRow): StoryAction[][] =>
  (['open', 'shelf', 'remove'] as const)
    .map((group) => STORY_ACTIONS.filter((action) => action.group === group && action.isAvailable(row)))
    .filter((actions) => actions.length > 0);
