import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../story/model.ts';
import { call } from '../api.ts';
import fonts from '../ui/fonts.css?url';
import { problem } from '../ui/toasts.tsx';

type Props = {
  /** What it shows, for screen readers. */
  title: string;
  /** HTML made by story/formats/html: escaped by construction. */
  html: string;
  stylesheet: string;
  language: Language;
  className?: string | undefined;
  /** With the faces that come with the program; without, as a reader's browser finds them on the computer. */
  bundledFaces?: boolean;
  /** Properties of the root element, for what the stylesheet leaves open. */
  properties?: Readonly<Record<string, string>>;
  /** The document has been filled, its properties changed, or a face has come. */
  onShown?: (page: Document) => void;
};

const BLANK = '<!doctype html>';
const WITH_FACES = `${BLANK}<link rel="stylesheet" href="${new URL(fonts, import.meta.url).href}">`;

/**
 * A document of its own to show a story in: with the window's own policy, without scripts (its sandbox), and on white paper
 * in every theme. Changes are put in where they belong, so that it stays scrolled where it was.
 */
export function Frame(props: Props) {
  const { title, html, stylesheet, language, className, bundledFaces, properties, onShown } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const shown = useRef(onShown);
  shown.current = onShown;
  useEffect(() => {
    if (page) page.documentElement.lang = language;
    if (page) page.title = title;
  }, [page, language, title]);
  useEffect(() => {
    if (page) page.adoptedStyleSheets = [paperSheet(page, stylesheet)];
  }, [page, stylesheet]);
  useEffect(() => {
    if (page) page.body.innerHTML = html;
  }, [page, html]);
  const values = JSON.stringify(properties ?? {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of what is shown
  useEffect(() => {
    if (!page) return;
    const root = page.documentElement.style;
    for (const [name, value] of Object.entries(JSON.parse(values))) root.setProperty(name, `${value}`);
    const tell = () => shown.current?.(page);
    tell();
    // A face that comes later sets the lines anew.
    page.fonts.addEventListener('loadingdone', tell);
    return () => page.fonts.removeEventListener('loadingdone', tell);
  }, [page, html, stylesheet, values]);
  return (
    <iframe
      ref={frame}
      title={title}
      className={className}
      sandbox="allow-same-origin"
      srcDoc={bundledFaces ? WITH_FACES : BLANK}
      onLoad={() => {
        const loaded = frame.current?.contentDocument ?? null;
        if (loaded) listen(loaded);
        setPage(loaded);
      }}
    />
  );
}

/** The stylesheet without what it has for the dark. A constructed one: the policy lets no style element in. */
function paperSheet(page: Document, css: string): CSSStyleSheet {
  const view = page.defaultView as Window & typeof globalThis;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  for (let at = sheet.cssRules.length - 1; at >= 0; at--)
    if (sheet.cssRules[at]?.cssText.startsWith('@media (prefers-color-scheme: dark)')) sheet.deleteRule(at);
  page.documentElement.style.colorScheme = 'light';
  return sheet;
}

/** Keys go on to the desk, so that Escape and shortcuts work from here; links open in the browser, never here. */
function listen(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const copy = new KeyboardEvent('keydown', { ...pressOf(event), cancelable: true, bubbles: true });
    if (!document.dispatchEvent(copy)) event.preventDefault();
  });
  page.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link) return;
    event.preventDefault();
    void call('link.open', { url: link.href }).then((opened) => {
      if (!opened.ok) problem(opened);
    });
  });
}

const pressOf = ({ key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent) => {
  return { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey, isComposing };
};
