import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveBundleFile } from '../security/bundle-files.ts';

/** Stands on every response: a later start recognises a running Chainrule by it. */
export const OWN_HEADER = 'X-Chainrule';

export interface WebServer {
  readonly port: number;
  readonly address: string;
  close(): Promise<void>;
}

export const addressOf = (port: number) => `http://127.0.0.1:${port}/`;

/** Serves the built window to this computer alone. Rejects with EADDRINUSE when the port is taken; port 0 takes any free one. */
export async function serveWeb(bundleRoot: string, version: string, port: number): Promise<WebServer> {
  const server = createServer((request, response) => {
    answer(server, bundleRoot, version, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const taken = portOf(server);
  return {
    port: taken,
    address: addressOf(taken),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  server: Server,
  bundleRoot: string,
  version: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  response.setHeader(OWN_HEADER, version);
  // Any page on the web may point a host name of its own at 127.0.0.1 and would then read what is served here.
  const host = request.headers.host;
  if (host !== `127.0.0.1:${portOf(server)}` && host !== `localhost:${portOf(server)}`) {
    response.writeHead(421, { 'Content-Type': 'text/plain' }).end('This server answers only to its own address.\n');
    return;
  }
  const path = (request.url ?? '').replace(/[?#].*$/, '');
  const { status, headers, body } = await serveBundleFile(bundleRoot, request.method ?? '', path);
  response.writeHead(status, headers).end(body);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

/** The version of the Chainrule that serves at this port; `null` when nothing, or something else, answers there. */
export async function runningVersion(port: number): Promise<string | null> {
  try {
    const response = await fetch(addressOf(port), { method: 'HEAD', signal: AbortSignal.timeout(1500) });
    return response.headers.get(OWN_HEADER);
  } catch {
    return null;
  }
}
