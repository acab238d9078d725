// webUtils.getPathForFile answers at once, as in Electron: the preload's world stops in the debugger, the path of its `file` is read
// through the protocol and put in place, and it goes on.
import type { Protocol, Session } from './cdp/connection.ts';
import { debug } from './log.ts';

async function answer(session: Session, frame: Protocol.Debugger.CallFrame): Promise<void> {
  const evaluate = (expression: string) =>
    session.send('Debugger.evaluateOnCallFrame', { callFrameId: frame.callFrameId, expression, silent: true });
  const { result } = await evaluate('typeof standinFile === "object" ? standinFile.file : undefined');
  if (!result.objectId) return;
  // A file made by the page, or read from a clipboard, has no path.
  const path = await session.send('DOM.getFileInfo', { objectId: result.objectId }).then(
    (info) => info.path,
    () => '',
  );
  await evaluate(`standinFile.path = ${JSON.stringify(path)}`);
}

export async function answerFilePaths(session: Session): Promise<void> {
  session.listen('Debugger.paused', ({ callFrames: [frame] }) => {
    const done = frame ? answer(session, frame) : Promise.resolve();
    done.catch((error: Error) => debug(error.message)).finally(() => session.sendQuietly('Debugger.resume'));
  });
  await session.send('Debugger.enable', {});
}
