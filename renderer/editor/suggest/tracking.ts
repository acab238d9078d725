import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  HISTORIC_TAG,
  type LexicalEditor,
  mergeRegister,
  type PointType,
  RootNode,
} from 'lexical';
import { newId } from '../../../story/ids.ts';
import { type Block, isTextBlock, plainText, type Story } from '../../../story/model.ts';
import type { Reviewer } from '../../../story/review/approval.ts';
import { decideBody, isMarked } from '../../../story/review/suggest/decide.ts';
import type { Author } from '../../../story/review/suggest/recorder.ts';
import { type TextPoint, type Tracked, track } from '../../../story/review/suggest/track.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../../story/schema/blocks.ts';
import { $placeOf } from '../apply.ts';
import { $pointAt } from '../points.ts';
import { $bodyNow, isTypingOn, type Known, knownOf, stretchOf } from './bodies.ts';
import { $bringTo } from './bring.ts';
import { $stepOver } from './stepOver.ts';

/** An update that is no edit: a decision, a merge, marks of its own. */
export const UNTRACKED_TAG = 'copydesk-untracked';

export type Tracking = {
  /** In suggest mode, or a story with suggestions is edited, which goes round them. */
  isOn(): boolean;
  /** Whether what is done is only suggested. */
  isSuggesting(): boolean;
  by(): Reviewer;
  /** The suggestions that are known. */
  known(): Story['suggestions'];
  add(suggestions: Story['suggestions']): void;
  /** An edit could not be made into suggestions, and was taken back. */
  refused(error: unknown): void;
};

export type Tracker = {
  /** Body and suggestions with what is being composed as suggestions; null: nothing is, or it is no time for suggestions. */
  composed(body: readonly Block[]): { body: Block[]; suggestions: Story['suggestions'] } | null;
};

/** In which editor who tracks. */
const trackers = new WeakMap<LexicalEditor, Tracker>();
export const trackerOf = (editor: LexicalEditor): Tracker | undefined => trackers.get(editor);

/**
 * Suggest mode: each update is brought, before it is drawn, to what the body before it and the body after it say together,
 * so that it is one step of undo. While an input method composes, nothing is; at its end all of it is. Undo and redo bring
 * states back that were tracked when they were made.
 */
export const trackingExtension = (tracking: Tracking) =>
  defineExtension({
    name: 'copydesk/tracking',
    register: (editor) => {
      /** The last state that is tracked, and (in an update that is not over) what it was brought to so far. */
      let committed: Known | null = null;
      let pending: Known | null = null;
      let selection: BaseSelection | null = null;
      /** Ids for what is composed: the same each time it is tracked, until it is over. */
      let ids: string[] = [];
      let isForward = false;

      const author = (): Author => {
        let next = 0;
        return {
          ...tracking.by(),
          at: new Date().toISOString(),
          newId: () => {
            ids[next] ??= newId();
            return ids[next++] as string;
          },
        };
      };
      const isOwnInsertion = (id: string) => {
        const one = tracking.known()[id];
        return one?.kind === 'insertion' && one.by === tracking.by().fingerprint;
      };
      const selected = (state: Known['state']): [TextPoint, TextPoint] | undefined => {
        if (!$isRangeSelection(selection) || selection.isCollapsed()) return undefined;
        const { anchor, focus } = selection;
        const [from, to] = state.read(() => [$textPoint(anchor), $textPoint(focus)], { editor });
        return from && to ? [from, to] : undefined;
      };

      const $track = () => {
        // Undo and redo bring whole states; transforms run on them, too.
        if (!tracking.isOn() || $hasUpdateTag(HISTORIC_TAG)) {
          committed = null;
          pending = null;
          return;
        }
        committed ??= knownOf(editor.getEditorState());
        // While other transforms have still to do, it is not what the edit will be; this one comes again after them.
        if (editor.isComposing() || editor._dirtyLeaves.size + editor._dirtyElements.size > 0) return;
        const now = editor._pendingEditorState ?? editor.getEditorState();
        const after = $bodyNow(editor, committed);
        const before = pending?.state === now ? pending.body : committed.body;
        pending = { state: now, body: after };
        if ($hasUpdateTag(UNTRACKED_TAG)) return;
        const stretch = stretchOf(before, after);
        if (stretch === null) return;
        if (!tracking.isSuggesting() && !stretch.before.some(isMarked)) return;
        if (tracking.isSuggesting() && isTypingOn(stretch, isOwnInsertion)) return;
        const whole = (body: readonly Block[]) => [
          ...after.slice(0, stretch.from),
          ...body,
          ...after.slice(after.length - stretch.behind),
        ];
        const caret = $caret();
        const selectedBefore = selected(committed.state);
        let tracked: Tracked;
        try {
          tracked = track(stretch.before, stretch.after, tracking.known(), author(), {
            ...(selectedBefore && { selected: selectedBefore }),
            ...(caret?.anchor && { caret: caret.anchor }),
          });
        } catch (error) {
          // A change that leaves no trace is worse than none.
          $bringTo(stretch.after, stretch.before, () => before);
          pending = { state: now, body: before };
          tracking.refused(error);
          return;
        }
        ids = [];
        if (!tracking.isSuggesting()) tracked = made(tracked, stretch.after, tracking.known());
        if (Object.keys(tracked.suggestions).length > 0) tracking.add(tracked.suggestions);
        const body = whole(tracked.body);
        pending = { state: now, body };
        if (tracked.body.length === stretch.after.length && tracked.body.every((one, at) => one === stretch.after[at]))
          return;
        // Lexical would move the points of a selection with each node, and compare them where they cannot be.
        const standing = $getSelection();
        $setSelection(null);
        $bringTo(stretch.after, tracked.body, () => body);
        $setSelection(standing);
        if (caret) $putCaret(caret, tracked, isForward);
      };

      const $delete = (isBackward: boolean) => {
        if (!tracking.isOn() || editor.isComposing()) return false;
        isForward = !isBackward;
        return $stepOver(isBackward, tracking.known());
      };

      trackers.set(editor, {
        composed(body) {
          if (!tracking.isSuggesting() || committed === null || !editor.isComposing()) return null;
          const stretch = stretchOf(committed.body, body);
          if (stretch === null) return null;
          const selectedBefore = selected(committed.state);
          const tracked = track(stretch.before, stretch.after, tracking.known(), author(), {
            ...(selectedBefore && { selected: selectedBefore }),
          });
          return {
            body: [...body.slice(0, stretch.from), ...tracked.body, ...body.slice(body.length - stretch.behind)],
            suggestions: tracked.suggestions,
          };
        },
      });

      return mergeRegister(
        editor.registerNodeTransform(RootNode, $track),
        editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
          isForward = false;
          if (!tracking.isOn()) {
            committed = null;
            pending = null;
            return;
          }
          if (editor.isComposing()) return;
          selection = editorState._selection;
          const isEdited = dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG);
          if (pending?.state === editorState) committed = pending;
          else if (isEdited) committed = null;
          pending = null;
        }),
        ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
          editor.registerCommand(command, $delete, COMMAND_PRIORITY_CRITICAL),
        ),
      );
    },
  });

/**
 * An edit that is made at once: as if what it suggests had been accepted, so that no word that is typed beside or into
 * another one's suggestion is taken for a part of it, and what is to be taken out waits for its decision.
 */
function made(tracked: Tracked, after: readonly Block[], known: Story['suggestions']): Tracked {
  const fresh = tracked.suggestions;
  const body = decideBody(tracked.body, { ...known, ...fresh }, (id) => (id in fresh ? true : null));
  const words = (list: readonly Block[], id: string) => {
    const block = list.find((one) => one.id === id);
    return block && isTextBlock(block) ? plainText(block.runs) : null;
  };
  return {
    body,
    suggestions: {},
    place: (at, beyond) => (words(body, at.block) === words(after, at.block) ? at : tracked.place(at, beyond)),
  };
}

type Caret = { anchor: TextPoint | null; focus: TextPoint | null };

const $textPoint = ({ key, offset }: PointType): TextPoint | null => {
  const node = $getNodeByKey(key);
  return node?.isAttached() ? $placeOf(node, offset) : null;
};

function $caret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return { anchor: $textPoint(selection.anchor), focus: $textPoint(selection.focus) };
}

/** The selection, by its places in the edited body, where they are in the tracked one. */
function $putCaret({ anchor, focus }: Caret, { place }: Tracked, isForward: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const points = [
    { point: selection.anchor, at: anchor && place(anchor, isForward) },
    { point: selection.focus, at: focus && place(focus, isForward) },
  ];
  const ids = new Set(points.map(({ at }) => at?.block));
  const nodes = new Map(
    $blocksUnder($getRoot()).flatMap((node) =>
      ids.has($getBlockId(node)) ? [[$getBlockId(node), node] as const] : [],
    ),
  );
  for (const { point, at } of points) {
    const node = at && nodes.get(at.block);
    if (at && $isTextBlockNode(node)) $pointAt(point, node, at.offset);
    else if ($isGone(point)) {
      $setSelection(null);
      return;
    }
  }
}

function $isGone({ key, offset }: PointType): boolean {
  const node = $getNodeByKey(key);
  if (!node?.isAttached()) return true;
  return offset > ($isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize());
}
