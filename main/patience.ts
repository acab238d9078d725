// A virus scanner or an indexer holds a new file for a moment, mostly on Windows, where a file that somebody has open cannot
// be replaced: EBUSY, EPERM or EACCES, and seconds later all is well.

/** Between the attempts, in milliseconds; seven seconds in all. */
export const WAITS: readonly number[] = [20, 50, 100, 200, 400, 800, 1600, 2000, 2000];

/** Whether the error may pass by itself. On other systems than Windows EPERM and EACCES are the last word. */
export function mayPass(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  return code === 'EBUSY' || (platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
}

type Options = { platform?: NodeJS.Platform; waits?: readonly number[] };

/** Does `work`, again and again for some seconds while somebody else has the file. Rejects with the last error. */
export async function patiently<T>(work: () => Promise<T>, { platform, waits = WAITS }: Options = {}): Promise<T> {
  for (const wait of waits)
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  return work();
}

/** The same for a thread that has nothing else to do meanwhile. */
export function patientlySync<T>(work: () => T, { platform, waits = WAITS }: Options = {}): T {
  for (const wait of waits)
    try {
      return work();
    } catch (error) {
      if (!mayPass(error, platform)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  return work();
}
