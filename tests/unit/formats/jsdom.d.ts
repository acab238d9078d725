// The package brings no types of its own; the tests need only this.
declare module 'jsdom' {
  /** Keeps what scripts say from the test's own console. */
  export class VirtualConsole {}
  type Options = {
    contentType?: string;
    url?: string;
    runScripts?: 'outside-only';
    pretendToBeVisual?: boolean;
    virtualConsole?: VirtualConsole;
  };
  export class JSDOM {
    constructor(html?: string, options?: Options);
    readonly window: Window & typeof globalThis;
  }
}
