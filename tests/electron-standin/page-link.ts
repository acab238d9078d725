// The way between the main process and one window's preload: messages as text, in pieces when long.
import type { Protocol, Session } from './cdp/connection.ts';
import { debug } from './log.ts';
import type { Incoming, Outgoing } from './page/renderer-api.ts';
import { BINDING, CHUNK, WORLD } from './page/sources.ts';

const RECEIVE = '(text, last) => globalThis.standinReceive(text, last)';

export class PageLink {
  private readonly session: Session;
  private readonly frameId: string;
  private readonly partial = new Map<string, string[]>();
  private readonly onMessage: (message: Outgoing, context: number) => void;
  /** The preload's world in the current document; none between two documents. */
  context: number | undefined;

  constructor(session: Session, frameId: string, onMessage: (message: Outgoing, context: number) => void) {
    this.session = session;
    this.frameId = frameId;
    this.onMessage = onMessage;
    session.listen('Runtime.executionContextCreated', ({ context }) => this.created(context));
    session.listen('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.context) this.context = undefined;
    });
    session.listen('Runtime.executionContextsCleared', () => {
      this.context = undefined;
      this.partial.clear();
    });
    session.listen('Runtime.bindingCalled', (call) => this.called(call));
  }

  private created(context: Protocol.Runtime.ExecutionContextDescription): void {
    const frame = (context.auxData as { frameId?: string } | undefined)?.frameId;
    if (context.name === WORLD && frame === this.frameId) this.context = context.id;
  }

  private called({ name, payload, executionContextId }: Protocol.Runtime.bindingCalledPayload): void {
    if (name !== BINDING) return;
    const [id = '', last = ''] = payload.split(':', 2);
    const key = `${executionContextId}:${id}`;
    const pieces = [...(this.partial.get(key) ?? []), payload.slice(id.length + last.length + 2)];
    if (last !== '1') {
      this.partial.set(key, pieces);
      return;
    }
    this.partial.delete(key);
    this.onMessage(JSON.parse(pieces.join('')) as Outgoing, executionContextId);
  }

  /** To the document of `context`; lost when that is gone, as it would be on its way in Electron. */
  send(message: Incoming, context = this.context): void {
    if (context === undefined) {
      debug(`no document to receive ${message.kind}`);
      return;
    }
    const text = JSON.stringify(message);
    for (let at = 0; at < text.length; at += CHUNK) {
      const args = [{ value: text.slice(at, at + CHUNK) }, { value: at + CHUNK >= text.length }];
      this.session
        .send('Runtime.callFunctionOn', {
          functionDeclaration: RECEIVE,
          executionContextId: context,
          arguments: args,
          silent: false,
        })
        .then(({ exceptionDetails }) => {
          if (exceptionDetails) debug(`window: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
        })
        .catch((error: Error) => debug(error.message));
    }
  }
}
