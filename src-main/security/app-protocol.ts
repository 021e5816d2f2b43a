import type { Protocol } from 'electron';
import { serveBundleFile } from './bundle-files.ts';
import { APP_HOST, APP_SCHEME } from './origin.ts';

/** Must be called once, before the program is ready. The scheme is neither exempt from the policy nor readable from other origins. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>) {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the built window at app://chainrule/. The user's files are never served. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, bundleRoot: string) {
  protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = host === APP_HOST ? pathname : ''; // no path at all is refused as malformed
    const { status, headers, body } = await serveBundleFile(bundleRoot, request.method, path);
    return new Response(Uint8Array.from(body), { status, headers });
  });
}
