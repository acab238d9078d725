// A thread that decodes one HEIC picture and ends: WebAssembly works without a pause, and gives no memory back.
import { parentPort, workerData } from 'node:worker_threads';
import decode from 'heic-decode';
import { rgbTiff } from './tiff.ts';

const { bytes, profile } = workerData as { bytes: Uint8Array; profile: Uint8Array | null };

const { data, width, height } = await decode({ buffer: bytes });
const tiff = rgbTiff(data, width, height, profile);
parentPort?.postMessage(tiff, [tiff.buffer as ArrayBuffer]);
