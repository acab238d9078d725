import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { FieldName } from '../../story/model.ts';
import { insertLines, insertPlain } from './controls.ts';
import { coreOf, registerControl } from './core.ts';
import styles from './page.module.css';
import { useTexts } from './texts.ts';
import type { StorySession } from './types.ts';

/** The page from top to bottom, as Enter walks it. */
const ORDER: (FieldName | 'body')[] = [
  'kicker',
  'headline',
  'standfirst',
  'place',
  'date',
  'body',
  'byline',
  'closingMark',
];

/** Fields of several lines, in which Enter makes one. In the byline, which is on the page, Shift+Enter does. */
const LINES: readonly FieldName[] = ['correction', 'sources', 'editorNote'];

type Props = { session: StorySession; name: FieldName; className?: string };

/** One field of the story: a text field of its own, never written to while somebody types in it. */
export function StoryField({ session, name, className = styles[name] }: Props) {
  const t = useTexts();
  const ref = useRef<HTMLTextAreaElement>(null);
  const core = coreOf(session);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const follow = () => {
      const value = session.story().fields[name];
      const busy = core.composing && document.activeElement === element;
      if (element.value !== value && !busy) element.value = value;
    };
    const composing = (event: CompositionEvent) => {
      core.composing = event.type === 'compositionstart';
    };
    element.addEventListener('compositionstart', composing);
    element.addEventListener('compositionend', composing);
    const stops = [
      registerControl(core, { field: name }, element),
      session.subscribe((event) => event === 'fields' && follow()),
    ];
    follow();
    return () => {
      for (const stop of stops) stop();
      element.removeEventListener('compositionstart', composing);
      element.removeEventListener('compositionend', composing);
    };
  }, [session, core, name]);

  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (LINES.includes(name) || (name === 'byline' && event.shiftKey)) return;
    event.preventDefault();
    const place = ORDER.indexOf(name); // not all are on the page
    // A type may hide the next ones.
    const following =
      place < 0 ? undefined : ORDER.slice(place + 1).find((one) => one === 'body' || core.controls.has(one));
    if (following === 'body') core.editor.focus(undefined, { defaultSelection: 'rootStart' });
    else if (following) core.controls.get(following)?.element.focus();
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (LINES.includes(name) || name === 'byline') insertLines(text);
    else insertPlain(text);
  };

  return (
    <textarea
      ref={ref}
      className={className}
      data-field={name}
      rows={1}
      aria-label={t(`field.${name}`)}
      placeholder={t(`placeholder.${name}`)}
      defaultValue={session.story().fields[name]}
      maxLength={20_000}
      readOnly={session.readOnly}
      spellCheck={false}
      onInput={(event) => session.setField(name, event.currentTarget.value)}
      onKeyDown={next}
      onPaste={paste}
    />
  );
}
