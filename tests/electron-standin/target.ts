// One DevTools target for one BrowserWindow: opened empty, set up before the app's address is loaded in it.
import type { Protocol, Session } from './cdp/connection.ts';
import { connection, runtime } from './runtime.ts';

export type Target = { id: string; session: Session; windowId: number; processId: number };
let lastWindow = 0;

function openByProgram(): Promise<string> {
  lastWindow += 1;
  const address = `data:text/html,window-${process.pid}-${lastWindow}`;
  return new Promise((resolve) => {
    const { root } = connection();
    const seen = ({ targetInfo }: Protocol.Target.targetCreatedPayload) => {
      if (targetInfo.type !== 'page' || targetInfo.url !== address) return;
      root.off('Target.targetCreated', seen);
      root.off('Target.targetInfoChanged', seen);
      resolve(targetInfo.targetId);
    };
    root.on('Target.targetCreated', seen);
    root.on('Target.targetInfoChanged', seen);
    runtime.chromium?.openAppWindow(address);
  });
}

const ownTargets = new Set<string>();
/** True for the targets of BrowserWindows; others were opened by a page. */
export const isOwnTarget = (id: string) => ownTargets.has(id);
let opening = 0;
/** True while a window is on its way, when an unknown target may be it. */
export const isOpening = () => opening > 0;

export async function openTarget(): Promise<Target> {
  const { root } = connection();
  opening += 1;
  const id = runtime.chromium?.headless
    ? (await root.send('Target.createTarget', { url: 'about:blank', newWindow: true })).targetId
    : await openByProgram();
  ownTargets.add(id);
  opening -= 1;
  const { sessionId } = await root.send('Target.attachToTarget', { targetId: id, flatten: true });
  const { windowId } = await root.send('Browser.getWindowForTarget', { targetId: id });
  const session = connection().session(sessionId);
  const info = await root.send('SystemInfo.getProcessInfo').catch(() => ({ processInfo: [] }));
  const renderer = info.processInfo.findLast(({ type }) => type === 'renderer');
  return { id, session, windowId, processId: renderer?.id ?? 0 };
}
