// Ties the preload's world and the page's own together. Both see the document's nodes, each through wrappers of its own; an
// event on a detached node that the page cannot reach therefore crosses at once, and `CustomEvent.detail` is cloned on its way.
// Each function stands alone: its source runs in the window.

export type Link = {
  /** Gives the other world's answer to `message`. */
  ask: (message: unknown) => unknown;
  /** Sets what answers the other world. */
  answer: (responder: (message: unknown) => unknown) => void;
};

/** Runs in both worlds before any script of the page. `offers`: the preload's world brings the node. */
export function linkWorlds(offers: boolean, linked: (link: Link) => void): void {
  const [out, back] = offers ? ['isolated', 'page'] : ['page', 'isolated'];
  const start = (node: EventTarget) => {
    let reply: unknown;
    let responder: (message: unknown) => unknown = () => undefined;
    node.addEventListener(`reply-to-${out}`, (event) => {
      reply = (event as CustomEvent).detail;
    });
    node.addEventListener(`ask-from-${back}`, (event) => {
      const detail = responder((event as CustomEvent).detail);
      node.dispatchEvent(new CustomEvent(`reply-to-${back}`, { detail }));
    });
    linked({
      ask: (message) => {
        node.dispatchEvent(new CustomEvent(`ask-from-${out}`, { detail: message }));
        const given = reply;
        reply = undefined;
        return given;
      },
      answer: (given) => {
        responder = given;
      },
    });
  };
  if (offers) {
    const node = document.createElement('i');
    const offer = () => window.dispatchEvent(new FocusEvent('standin-link', { relatedTarget: node }));
    window.addEventListener('standin-hello', offer);
    // Once the page's world has it, nobody else is offered it: by then no script of the page has run.
    node.addEventListener('taken', () => window.removeEventListener('standin-hello', offer));
    start(node);
    offer();
  } else {
    const take = (event: Event) => {
      event.stopImmediatePropagation();
      window.removeEventListener('standin-link', take);
      const node = (event as FocusEvent).relatedTarget as EventTarget;
      node.dispatchEvent(new Event('taken'));
      start(node);
    };
    window.addEventListener('standin-link', take);
    window.dispatchEvent(new Event('standin-hello'));
  }
}
