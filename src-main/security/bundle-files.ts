import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { cacheControlOf, contentTypeOf, SECURITY_HEADERS } from './response-headers.ts';

export interface BundleResponse {
  readonly status: 200 | 400 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * The path inside the bundle that a request names, with forward slashes; `null` for whatever could mean something else:
 * a `..` or `.` segment, a backslash, a colon, NUL and other control characters, a percent sign left after decoding once.
 */
export function bundlePathOf(requestPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be refused
  if (/[\u0000-\u001f\u007f\\:%]/.test(decoded)) return null;
  const segments = decoded.slice(1).split('/');
  if (segments.at(-1) === '') segments[segments.length - 1] = 'index.html';
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  return segments.join('/');
}

/** Answers a request for a file of the built window. Nothing outside `root` can be read, also not through a symbolic link. */
export async function serveBundleFile(root: string, method: string, requestPath: string): Promise<BundleResponse> {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'Only GET and HEAD are answered here.');
  const bundlePath = bundlePathOf(requestPath);
  if (bundlePath === null) return plain(400, 'This address is malformed.');
  const bytes = await readInside(root, bundlePath);
  if (bytes === null) return plain(404, 'There is nothing at this address.');
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': contentTypeOf(bundlePath),
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': cacheControlOf(bundlePath),
    },
    body: method === 'HEAD' ? new Uint8Array() : bytes,
  };
}

async function readInside(root: string, bundlePath: string): Promise<Uint8Array | null> {
  try {
    const realRoot = await realpath(root);
    const real = await realpath(resolve(realRoot, bundlePath));
    const inside = relative(realRoot, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    return await readFile(real);
  } catch {
    return null;
  }
}

function plain(status: 400 | 404 | 405, sentence: string): BundleResponse {
  return {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: new TextEncoder().encode(`${sentence}\n`),
  };
}
