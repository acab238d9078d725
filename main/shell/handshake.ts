/** What the handshake needs of a window; electron's BrowserWindow behind it. */
export type Closable = {
  /** Asks the page to flush. */
  request(): void;
  /** Asks the person about a page that does not answer; true: close it anyway. */
  ask(): Promise<boolean>;
  /** Closes the window; this time nothing stops it. */
  close(): void;
};

export type Handshake = {
  /** The page has a story, and hears the question. One without has nothing to flush, and may not hear it yet. */
  listens(): void;
  /** Another page takes its place, or the same one afresh. */
  loads(): void;
  /** The window is being closed. Whether it may; otherwise the page has been asked. */
  mayClose(): boolean;
  /** The page has flushed, or the person gave up what it cannot save. */
  ready(): void;
  /** The page is there and does not close: it asks the person itself. */
  refused(): void;
  /** The page is gone. Whether that ended a closing. */
  gone(): boolean;
};

/** How long the page may take to answer before the person is asked, in milliseconds. */
export const CLOSE_PATIENCE = 10_000;

/** Closes a window only after its page has said that everything is saved; a page that does not answer cannot hold it for ever. */
export function createHandshake(window: Closable): Handshake {
  let isReady = false;
  let isListening = false;
  let timer: NodeJS.Timeout | null = null;
  const stopWaiting = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const ready = () => {
    isReady = true;
    stopWaiting();
    window.close();
  };
  const ask = async () => {
    timer = null;
    if (await window.ask()) ready();
  };
  return {
    listens() {
      isListening = true;
    },
    loads() {
      isListening = false;
    },
    mayClose() {
      if (isReady || !isListening) return true;
      window.request();
      timer ??= setTimeout(() => void ask(), CLOSE_PATIENCE);
      return false;
    },
    ready,
    refused: stopWaiting,
    gone() {
      isListening = false;
      const closing = timer !== null;
      if (closing) ready();
      return closing;
    },
  };
}
