import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Pages {
  readonly ours: string;
  readonly plain: string;
  close(): void;
}

/** Builds the window and the page with plain React Flow from the checkout in the working folder, and serves both. */
export async function servePages(): Promise<Pages> {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const folder = mkdtempSync(join(tmpdir(), 'chainrule-render-'));
  const [ours, plain] = [join(folder, 'ours'), join(folder, 'plain')];
  await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: ours } });
  await build({
    configFile: false,
    root: 'bench/render/plain',
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: plain, chunkSizeWarningLimit: 3000 },
  });
  const servers = await Promise.all([serveFolder(ours), serveFolder(plain)]);
  return {
    ours: servers[0].address,
    plain: servers[1].address,
    close() {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serveFolder(folder: string): Promise<{ readonly address: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        close: () => server.close(),
      }),
    );
  });
}
