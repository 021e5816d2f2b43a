import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
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
  const server = createServer((incoming, response) => {
    answer(server, bundleRoot, version, incoming, response).catch(() => response.destroy());
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
  incoming: IncomingMessage,
  response: ServerResponse,
) {
  response.setHeader(OWN_HEADER, version);
  // Any page on the web may point a host name of its own at 127.0.0.1 and would then read what is served here.
  const host = incoming.headers.host;
  if (host !== `127.0.0.1:${portOf(server)}` && host !== `localhost:${portOf(server)}`) {
    response.writeHead(421, { 'Content-Type': 'text/plain' }).end('This server answers only to its own address.\n');
    return;
  }
  const path = (incoming.url ?? '').replace(/[?#].*$/, '');
  const { status, headers, body } = await serveBundleFile(bundleRoot, incoming.method ?? '', path);
  response.writeHead(status, headers).end(body);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

/** The version of the Chainrule that serves at this port; `null` when nothing, or something else, answers there. */
export function runningVersion(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const asking = request(addressOf(port), { method: 'HEAD', agent: false, timeout: 1500 }, (response) => {
      response.resume();
      const version = response.headers[OWN_HEADER.toLowerCase()];
      resolve(typeof version === 'string' ? version : null);
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(null));
    asking.on('close', () => resolve(null));
    asking.end();
  });
}
