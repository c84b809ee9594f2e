import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { NONCE_PLACEHOLDER } from '../../shared/contract/transport.ts';
import { COMMON_HEADERS, contentSecurityPolicy, PERMISSIONS_POLICY } from './page-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names that the build derived from the content, such as `index-B5x0aQ3d.js`: they never mean anything else. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The built interface, held in memory by the paths it may be asked for; nothing else can be asked for. */
export interface PageFiles {
  /** Answers a GET or HEAD of this URL path; null where there is no such file. */
  readonly respond: (path: string, socket: string | null) => Response | null;
}

/**
 * Reads the built interface once. Whatever path is asked for is looked up among the names that were found here, so no
 * path can lead anywhere else.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const type = TYPES[extname(entry.name)];
    if (type) files.set(path, { body: new Uint8Array(await readFile(file)), type });
  }
  return { respond: (path, socket) => respond(files, path, socket) };
}

function respond(files: ReadonlyMap<string, PageFile>, path: string, socket: string | null): Response | null {
  const file = files.get(path === '/' ? '/index.html' : path);
  if (!file) return null;
  if (file.type.startsWith('text/html')) return respondWithHtml(file, socket);
  const cacheControl = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return new Response(file.body, {
    headers: { ...COMMON_HEADERS, 'content-type': file.type, 'cache-control': cacheControl },
  });
}

function respondWithHtml(file: PageFile, socket: string | null): Response {
  const nonce = randomBytes(18).toString('base64url');
  const html = new TextDecoder().decode(file.body).replaceAll(NONCE_PLACEHOLDER, nonce);
  return new Response(html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': file.type,
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy({ nonce, socket }),
      'permissions-policy': PERMISSIONS_POLICY,
    },
  });
}
