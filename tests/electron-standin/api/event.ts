/** Electron's events: preventDefault on the first argument. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault = (): void => {
    this.defaultPrevented = true;
  };
}

/** An event with fields of its own. */
export const preventable = <T extends object>(fields: T): PreventableEvent & T =>
  Object.assign(new PreventableEvent(), fields);
