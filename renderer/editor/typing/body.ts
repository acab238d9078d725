import { $getNodeByKey, defineExtension, HISTORIC_TAG, HISTORY_PUSH_TAG, mergeRegister, type NodeKey } from 'lexical';
import type { Language } from '../../../story/model.ts';
import { correctionAt } from '../../../story/text/corrections/correction.ts';
import { markdownAt } from '../../../story/text/markdown.ts';
import { $applies, $applyMarkdown, $caret, $correct } from './apply.ts';
import type { Memory } from './memory.ts';
import { typing } from './rules.ts';

/** Nothing of a letter or a digit is ever acted on: so no key that an input method mends a word with. */
const ACTS = /^[^\p{L}\p{M}\p{N}]$/u;

/**
 * Markdown, typography and the house's list in the body. It comes after the keystroke is in, as an update of its own that
 * the history keeps apart, so that one undo gives exactly what was typed; and only after one plain character from the
 * keyboard, with no composition.
 */
export const bodyTypingExtension = (language: () => Language, memory: Memory) =>
  defineExtension({
    name: 'copydesk/typing',
    register: (editor) => {
      let typed: string | null = null;
      const note = (event: InputEvent) => {
        const isPlain = event.inputType === 'insertText' && !event.isComposing && !editor.isComposing();
        typed = isPlain && event.data !== null && ACTS.test(event.data) ? event.data : null;
      };
      // Undo brings the very node back, also where it had become another.
      const textOf = (key: NodeKey) => () =>
        editor.read('latest', () => {
          const node = $getNodeByKey(key);
          return node?.isAttached() ? node.getTextContent() : '';
        });
      const act = (key: string) => {
        if (editor.isComposing() || !editor.isEditable()) return;
        const caret = editor.read('latest', $caret);
        if (caret === null || !caret.text.endsWith(key) || memory.isRefused(caret.id, caret.text)) return;
        const before = caret.text.slice(0, -1);
        const rules = typing.get();
        const markdown = rules.markdown ? markdownAt(before, key) : null;
        const correction = correctionAt(before, key, language(), rules);
        const doesMarkdown = markdown !== null && editor.read('latest', () => $applies(caret, markdown));
        if (!doesMarkdown && !correction) return;
        const entry = doesMarkdown || !correction?.entry ? null : { typed: correction.entry, language: language() };
        memory.done(caret.id, caret.text, textOf(caret.block.getKey()), entry);
        editor.update(
          () => {
            const here = $caret();
            if (here?.text !== caret.text) return;
            if (doesMarkdown) $applyMarkdown(here, markdown);
            else if (correction) $correct(here, correction);
          },
          { discrete: true, tag: HISTORY_PUSH_TAG },
        );
      };
      return mergeRegister(
        editor.registerRootListener((root) => {
          root?.addEventListener('beforeinput', note, true);
          return () => root?.removeEventListener('beforeinput', note, true);
        }),
        editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
          if (tags.has(HISTORIC_TAG)) queueMicrotask(() => memory.undone());
          if (typed === null || dirtyElements.size + dirtyLeaves.size === 0) return;
          const key = typed;
          typed = null;
          // Before the next key, and after all have seen this one.
          queueMicrotask(() => act(key));
        }),
      );
    },
  });
