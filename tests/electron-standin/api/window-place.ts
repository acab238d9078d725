import { connection } from '../runtime.ts';
import type { Target } from '../target.ts';

export type Place = { x: number; y: number; width: number; height: number };

/** Sets the contents' size, and the place on the screen. */
export async function moveWindow({ windowId }: Target, { x, y, width, height }: Place): Promise<void> {
  const { root } = connection();
  await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  await root.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y } });
  await root.send('Browser.setContentsSize', { windowId, width, height });
}

export const setState = ({ windowId }: Target, windowState: 'normal' | 'minimized' | 'maximized'): Promise<unknown> =>
  connection().root.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
