import { guard } from '../guard.ts';
import { originOf } from '../origin.ts';

let lastNode = 0;

/** A window's main frame; frames inside it have no preload and are not shown. */
class WebFrameMainObject {
  readonly frameTreeNodeId: number;
  private readonly processOf: () => number;
  readonly routingId = 1;
  readonly parent = null;
  readonly detached = false;
  readonly name = '';
  private readonly address: () => string;
  private readonly gone: () => boolean;

  constructor(processOf: () => number, address: () => string, gone: () => boolean) {
    lastNode += 1;
    this.frameTreeNodeId = lastNode;
    this.processOf = processOf;
    this.address = address;
    this.gone = gone;
  }
  get processId(): number {
    return this.processOf();
  }
  get url(): string {
    return this.address();
  }
  get origin(): string {
    return originOf(this.address());
  }
  get top(): WebFrameMain {
    return this as unknown as WebFrameMain;
  }
  isDestroyed(): boolean {
    return this.gone();
  }
}

export type WebFrameMain = WebFrameMainObject;
export const createWebFrame = (processOf: () => number, address: () => string, gone: () => boolean): WebFrameMain =>
  guard('WebFrameMain', new WebFrameMainObject(processOf, address, gone));
