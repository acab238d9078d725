import { Worker } from 'node:worker_threads';

/** Milliseconds after which a picture is given up: a phone's takes one second. */
const PATIENCE = 60_000;
const WORKER = import.meta.url.endsWith('.ts') ? './worker.ts' : './heic-worker.js';

/**
 * The pixels of a HEIC picture, upright, as an uncompressed TIFF with its colour profile: what sharp can go on with. libheif
 * does the decoding (WebAssembly, on a thread of its own). Rejects on a broken file, and on one that takes for ever.
 */
export function decodeHeic(
  bytes: Uint8Array,
  profile: Uint8Array | null,
  { file = new URL(WORKER, import.meta.url), patience = PATIENCE } = {},
): Promise<Uint8Array> {
  const worker = new Worker(file, { workerData: { bytes, profile }, name: 'heic', execArgv: [] });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('HEIC: no picture in time'));
      void worker.terminate();
    }, patience);
    worker.on('message', resolve);
    worker.on('messageerror', reject);
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('HEIC: the decoder ended without a picture'));
    });
  });
}
