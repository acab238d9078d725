import { parentPort, workerData } from 'node:worker_threads';
import { answer, type Question } from './inspect.ts';

// Reading through a whole database takes seconds: in a thread of its own, one question, one answer.
parentPort?.postMessage(answer(workerData as Question));
