import { ArrowDown, ArrowUp, CaseSensitive, ChevronDown, ChevronRight, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FieldName } from '../../../story/model.ts';
import type { FindOptions } from '../../../story/text/find.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { coreOf } from '../core.ts';
import { selectedText } from '../selected.ts';
import { type EditorText, useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { bar, keepFind, type Open, openBar } from './bar.ts';
import { createFind, type Find, type FindState, wanted } from './controller.ts';
import styles from './find.module.css';
import { onResize } from './onResize.ts';

type Props = {
  session: StorySession /** The match's field is not on the page: show it elsewhere. */;
  onHidden?: (field: FieldName) => void;
};

/** Find and replace in the open story, above its page, as long as it is asked for. */
export function FindBar({ session, onHidden }: Props) {
  const open = useStore(bar);
  return open?.storyId === session.storyId ? <Bar session={session} onHidden={onHidden} open={open} /> : null;
}

function Bar({ session, onHidden, open }: Props & { open: Open }) {
  const [find, setFind] = useState<Find | null>(null);
  const layer = useRef<HTMLDivElement>(null);
  const hidden = useRef(onHidden);
  hidden.current = onHidden;
  // In time for the next key, which is meant for the bar and would fall into the story.
  useLayoutEffect(() => {
    const made = createFind(
      session,
      () => layer.current,
      (field) => hidden.current?.(field),
    );
    const forget = keepFind(session, made);
    const stopResizes = onResize(layer.current?.parentElement ?? null, made.repaint);
    setFind(made);
    return () => {
      stopResizes();
      forget();
      made.stop();
    };
  }, [session]);
  const page = document.querySelector('article[data-page]');
  return (
    <>
      {find ? <Controls find={find} session={session} open={open} /> : null}
      {page ? createPortal(<div ref={layer} className={styles.layer} aria-hidden="true" />, page) : null}
    </>
  );
}

const TOGGLES: readonly { option: keyof FindOptions; icon: typeof Regex | null; text: EditorText }[] = [
  { option: 'matchCase', icon: CaseSensitive, text: 'find.matchCase' },
  { option: 'marks', icon: null, text: 'find.marks' },
  { option: 'wholeWords', icon: WholeWord, text: 'find.wholeWords' },
  { option: 'regex', icon: Regex, text: 'find.regex' },
];

function Controls({ find, session, open }: { find: Find; session: StorySession; open: Open }) {
  const t = useTexts();
  const state = useStore(find.state);
  const { options } = useStore(wanted);
  const query = useRef<HTMLInputElement>(null);
  const replacing = open.mode === 'replace' && !session.readOnly;

  // Asked for (again): what is selected is looked for, and the field has the focus.
  useLayoutEffect(() => {
    const input = query.current;
    if (!input || !open) return;
    const words = selectedText(coreOf(session));
    // Longer ones are a place to look in, not what to look for.
    if (words !== '' && words.length <= 200 && !words.includes('\n')) {
      input.value = words;
      wanted.set((now) => ({ ...now, query: words }));
    }
    input.focus();
    input.select();
    void find.search();
  }, [open, find, session]);

  const close = () => {
    bar.set(null);
    find.close();
  };
  const onKeyDown = (event: KeyboardEvent, onEnter: (shift: boolean) => void) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return;
    event.preventDefault();
    onEnter(event.shiftKey);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <search className={styles.bar} aria-label={t('find.title')} onKeyDown={onEscape}>
      <IconButton
        icon={replacing ? ChevronDown : ChevronRight}
        label={t('find.showReplace')}
        command="find.replace"
        aria-expanded={replacing}
        disabled={session.readOnly}
        onClick={() => openBar(session, replacing ? 'find' : 'replace')}
      />
      <div className={styles.rows}>
        <div className={styles.row}>
          <input
            ref={query}
            className={styles.input}
            aria-label={t('find.query')}
            placeholder={t('find.query')}
            defaultValue={wanted.get().query}
            maxLength={2_000}
            spellCheck={false}
            aria-invalid={state.outcome === 'bad'}
            onInput={(event) => {
              const typed = event.currentTarget.value;
              wanted.set((now) => ({ ...now, query: typed }));
            }}
            onKeyDown={(event) => onKeyDown(event, (shift) => void find.step(shift ? -1 : 1))}
          />
          <div className={styles.toggles}>
            {TOGGLES.map(({ option, icon: Icon, text }) => (
              <button
                key={option}
                type="button"
                className={styles.toggle}
                aria-pressed={options[option]}
                aria-label={t(text)}
                title={t(text)}
                onClick={() =>
                  wanted.set((now) => ({ ...now, options: { ...now.options, [option]: !now.options[option] } }))
                }
              >
                {Icon ? <Icon size={16} strokeWidth={1.8} aria-hidden="true" /> : <span aria-hidden="true">ắ</span>}
              </button>
            ))}
          </div>
          <Count state={state} />
          <IconButton
            icon={ArrowUp}
            label={t('find.previous')}
            command="find.previous"
            onClick={() => void find.step(-1)}
          />
          <IconButton icon={ArrowDown} label={t('find.next')} command="find.next" onClick={() => void find.step(1)} />
          <IconButton icon={X} label={t('find.close')} keys="Escape" onClick={close} />
        </div>
        {replacing ? (
          <div className={styles.row}>
            <input
              className={styles.input}
              aria-label={t('find.template')}
              placeholder={t('find.template')}
              defaultValue={wanted.get().template}
              maxLength={2_000}
              spellCheck={false}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                wanted.set((now) => ({ ...now, template: typed }));
              }}
              onKeyDown={(event) => onKeyDown(event, () => void find.replace())}
            />
            <Button disabled={state.total === 0} onClick={() => void find.replace()}>
              {t('find.replaceOne')}
            </Button>
            <Button disabled={state.total === 0} onClick={() => void find.replaceAll()}>
              {t('find.replaceAll')}
            </Button>
          </div>
        ) : null}
        <Trouble state={state} />
      </div>
    </search>
  );
}

function Count({ state: { outcome, total, current } }: { state: FindState }) {
  const t = useTexts();
  return (
    <span className={styles.count} role="status" data-find-count>
      {outcome !== 'found'
        ? ''
        : total === 0
          ? t('find.nothing')
          : t('find.count', { at: String(current + 1), total: String(total) })}
    </span>
  );
}

/** What was done, or what is wrong with the expression. */
function Trouble({ state: { outcome, message, replaced } }: { state: FindState }) {
  const t = useTexts();
  const text =
    outcome === 'bad'
      ? t('find.bad', { message })
      : outcome === 'slow'
        ? t('find.slow')
        : replaced && replaced.inFields > 0
          ? t('find.replacedInFields', { all: String(replaced.all), fields: String(replaced.inFields) })
          : replaced
            ? t('find.replaced', { all: String(replaced.all) })
            : '';
  return (
    <p className={styles.says} role="status" data-bad={outcome === 'bad' || outcome === 'slow'} hidden={text === ''}>
      {text}
    </p>
  );
}
