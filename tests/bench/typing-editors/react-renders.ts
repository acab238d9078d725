/** Components that React rendered, by name, since the page loaded. */
export type Renders = Record<string, number>;

/**
 * Runs in the page before it loads: stands where React looks for its DevTools, and counts on every commit which components
 * ran. The product knows nothing of it. The walk is the DevTools' own: a fiber whose child is its alternate's was skipped.
 */
export function countRenders(): void {
  type Type = { name?: string; displayName?: string; type?: Type; render?: Type };
  type Fiber = {
    tag: number;
    flags: number;
    type: Type | string | null;
    child: Fiber | null;
    sibling: Fiber | null;
    alternate: Fiber | null;
  };
  const PERFORMED_WORK = 1;
  /** Function, class, forwardRef, memo and simple memo components, by React's own numbers. */
  const COMPONENTS = [0, 1, 11, 14, 15];
  const renders: Renders = {};
  const nameOf = (type: Fiber['type']): string => {
    if (type === null || typeof type === 'string') return String(type);
    return type.displayName || type.name || nameOf(type.type ?? type.render ?? null);
  };
  const walk = (fiber: Fiber): void => {
    const { alternate } = fiber;
    if (COMPONENTS.includes(fiber.tag) && (alternate === null || fiber.flags & PERFORMED_WORK)) {
      const name = nameOf(fiber.type);
      renders[name] = (renders[name] ?? 0) + 1;
    }
    if (alternate !== null && alternate.child === fiber.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) walk(child);
  };
  const nothing = () => {};
  Object.assign(window, {
    renders,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      renderers: new Map(),
      supportsFiber: true,
      isDisabled: false,
      checkDCE: nothing,
      inject: () => 1,
      onCommitFiberRoot: (_id: number, root: { current: Fiber }) => walk(root.current),
      onPostCommitFiberRoot: nothing,
      onCommitFiberUnmount: nothing,
    },
  });
}
