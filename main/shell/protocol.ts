import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import type { Result } from '../../preload/contract.ts';
import { type Recipe, recipeFromJson } from '../../story/photo/recipe.ts';

/** Strict: the window runs nothing but our own files, and connects to nothing. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Characters of a recipe's JSON: fifty hidden areas have 5,000. */
const LONGEST_RECIPE = 16_000;

/** `recipe`: null for the whole photo, small. */
export type Preview = (hash: string, recipe: Recipe | null) => Promise<Result<{ bytes: Uint8Array; type: string }>>;

/** Must run before `ready`: a standard, secure scheme gives the page an origin, relative addresses and a secure context. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** A picture of a file that is to be taken in. */
export type SheetPicture = (
  sheet: string,
  index: number,
  isLarge: boolean,
) => Promise<{ bytes: Uint8Array; type: string } | null>;

/** Serves `app://desk/…` out of `root`, photos under `app://desk/media/HASH?recipe=JSON` (`?small`: whole, for a grid), and
 * files that are to be taken in under `app://desk/sheet/ID/NUMBER`. Everything else is 404. */
export function serveApp(root: string, preview: Preview, picture: SheetPicture): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'desk' || request.method !== 'GET') return answer(404);
    const hash = /^\/media\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (hash) {
      const isSmall = url.searchParams.has('small');
      const recipe = askedRecipe(url);
      const photo = recipe && (await preview(hash, isSmall ? null : recipe));
      return photo?.ok ? answer(200, photo.value.bytes, photo.value.type) : answer(404);
    }
    const [, sheet, index] = /^\/sheet\/([0-9a-f-]{36})\/(\d{1,5})$/.exec(url.pathname) ?? [];
    if (sheet) {
      const found = await picture(sheet, Number(index), url.searchParams.has('large'));
      return found ? answer(200, found.bytes, found.type) : answer(404);
    }
    return serveFile(root, url.pathname);
  });
}

/** The recipe that an address names, empty where it names none; null: it is none. */
function askedRecipe({ searchParams }: URL): Recipe | null {
  const asked = searchParams.get('recipe') ?? '{}';
  return (asked.length <= LONGEST_RECIPE && recipeFromJson(asked)) || null;
}

async function serveFile(root: string, pathname: string): Promise<Response> {
  const file = path.join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  const type = TYPES[path.extname(file)];
  if (!file.startsWith(root + path.sep) || !type) return answer(404);
  try {
    return answer(200, await readFile(file), type);
  } catch {
    return answer(404);
  }
}

function answer(status: number, body?: Uint8Array, type = 'text/plain'): Response {
  return new Response(body ? new Uint8Array(body) : null, {
    status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': type.startsWith('image/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
