import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { checkUp } from './checkup.ts';
import { Database } from './database.ts';

// The thread beside the store's that reads the whole library once. Its one message is a CheckUp.
const port = parentPort;
if (!port) throw new Error('store: check-worker.ts runs in a worker thread');
const folder = workerData as string;
const db = new Database(join(folder, 'library.db'), { still: true });
port.postMessage(checkUp(db, folder));
// Neither closed nor left: that would drop the locks that this process has on the file (POSIX, fcntl(2)).
port.on('message', () => db.close());
