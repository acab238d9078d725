import { AriaLiveRegionExtension, FocusManagerExtension } from '@lexical/a11y';
import { $isListItemNode } from '@lexical/list';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  type EditorState,
  FORMAT_TEXT_COMMAND,
  HISTORIC_TAG,
  mergeRegister,
  type NodeKey,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround, $isTextBlockNode } from '../../story/schema/blocks.ts';
import { $kindOf } from '../../story/schema/kind.ts';
import { solidClasses } from '../../story/schema/solid.ts';
import { LEXICAL_FORMATS, STORED } from '../../story/schema/text/marks.ts';
import { t } from '../i18n.ts';
import { INSERTABLE } from './insertable.ts';
import type { EditorText } from './texts.ts';

const translated = t as unknown as (key: string, values?: Record<string, unknown>) => string;
const say = (key: EditorText, values?: Record<string, unknown>): string => translated(`editor.${key}`, values);

/** More blocks than this at once are only counted: a paste, a restored version. */
const MOST_NAMED = 2;
/** One command may make several updates; what is said replaces what was. In milliseconds. */
const TOGETHER = 50;

/**
 * Tells a screen reader what the keys have done beyond writing: another kind of block, a format on or off, a list's level,
 * undo and redo, blocks that are no text coming and going. Politely, in the window's language, once for each command.
 */
export const AnnounceExtension = defineExtension({
  name: 'copydesk/announce',
  dependencies: [AriaLiveRegionExtension, FocusManagerExtension],
  register: (editor, _config, state) => {
    const { announce } = state.getDependency(AriaLiveRegionExtension).output;
    let told: Place | null = null;
    let format: TextFormatType | null = null;
    let history: 'undone' | 'redone' | null = null;
    const came: string[] = [];
    const went: string[] = [];
    const messages: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      messages.push(...named('added', came.splice(0)), ...named('removed', went.splice(0)));
      if (messages.length > 0) announce(messages.splice(0).join(' '));
    };
    const later = (change: () => void) => {
      timer ??= setTimeout(flush, TOGETHER);
      change();
    };
    const note = (kind: 'undo' | 'redo') => () => {
      history = kind === 'undo' ? 'undone' : 'redone';
      return false;
    };
    return mergeRegister(
      () => clearTimeout(timer),
      editor.registerCommand(UNDO_COMMAND, note('undo'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(REDO_COMMAND, note('redo'), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (name) => {
          format = name;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, tags }) => {
        const isAsked = history !== null || format !== null || tags.has(HISTORIC_TAG);
        if (!isAsked && told !== null && isWithin(prevEditorState, editorState, dirtyElements)) return;
        const now = editorState.read($place);
        const before = told;
        told = now;
        const isHistoric = tags.has(HISTORIC_TAG);
        if (isHistoric && history) {
          const done = say(`announce.${history}`);
          later(() => messages.push(done));
        }
        history = null;
        if (format !== null && !isHistoric) {
          const words = formatWords(format, editorState.read($formats));
          if (words) later(() => messages.push(words));
        }
        format = null;
        if (!now || !before || now.id !== before.id) return;
        if (now.kind !== before.kind) later(() => messages.push(`${kindName(now.kind)}.`));
        else if (now.indent !== before.indent)
          later(() => messages.push(say('announce.level', { level: String(now.indent + 1) })));
      }),
      ...solidClasses(editor).map((kind) =>
        editor.registerMutationListener(
          kind,
          (mutations, { prevEditorState }) => {
            for (const [key, mutation] of mutations) {
              // A story on its page for the first time, or again.
              if (prevEditorState.isEmpty() || (mutation === 'created' && prevEditorState._nodeMap.has(key))) continue;
              if (mutation === 'created') later(() => came.push(kind.getType()));
              else if (mutation === 'destroyed') later(() => went.push(kind.getType()));
            }
          },
          { skipInitialization: true },
        ),
      ),
    );
  },
});

/** The block with the caret. */
type Place = { id: string; kind: string; indent: number };

function $place(): Place | null {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $blockAround(selection.anchor.getNode()) : null;
  if (!$isTextBlockNode(block)) return null;
  return { id: $getBlockId(block), kind: $kindOf(block), indent: $isListItemNode(block) ? block.getIndent() : 0 };
}

/** Whether the caret stays in its text and no block was written to, as at nearly every key. */
function isWithin(before: EditorState, now: EditorState, elements: ReadonlyMap<NodeKey, boolean>): boolean {
  for (const meant of elements.values()) if (meant) return false;
  const [was, is] = [before._selection, now._selection];
  return $isRangeSelection(was) && $isRangeSelection(is) && was.anchor.key === is.anchor.key;
}

function $formats(): TextFormatType[] {
  const selection = $getSelection();
  const all = STORED.map((name) => LEXICAL_FORMATS[name]);
  return $isRangeSelection(selection) ? all.filter((name) => selection.hasFormat(name)) : [];
}

function formatWords(name: TextFormatType, on: readonly TextFormatType[]): string | null {
  const stored = STORED.find((one) => LEXICAL_FORMATS[one] === name);
  return stored ? say(on.includes(name) ? 'announce.on' : 'announce.off', { format: say(stored) }) : null;
}

const kindName = (type: string): string => {
  const known = INSERTABLE.find(({ name }) => name === type);
  return known ? say(known.text) : say(type === 'figure' ? 'figure' : 'announce.block');
};

const named = (what: 'added' | 'removed', types: readonly string[]): string[] =>
  types.length > MOST_NAMED
    ? [say(`announce.${what}Many`, { number: String(types.length) })]
    : types.map((type) => say(`announce.${what}`, { block: kindName(type) }));
