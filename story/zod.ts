// The window's CSP forbids eval; zod probes `new Function` unless told not to before the first schema is made.
import { z } from 'zod';

z.config({ jitless: true });

export { z };
