import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Tests start Node hundreds of times: as a worker, as the program, as one who is killed. What one of these processes compiled (or
 * stripped of its types) the next ones load: half of a test's time, where it opens a library.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'copydesk-compiled');
}
