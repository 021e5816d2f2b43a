import type { App, Session, WebContents, WebPreferences } from 'electron';
import { isOwnAddress } from './origin.ts';

/** The window is a plain web page with one bridge: no Node, no second world to leak into, no features it does not use. */
export function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
  };
}

/** All that the own page may be granted: the clipboard, for commands chosen in a menu or the palette, and full screen. */
const ALLOWED_PERMISSIONS = new Set(['clipboard-read', 'clipboard-sanitized-write', 'fullscreen']);

type SessionLocks = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Electron grants everything unless told otherwise. */
export function denyPermissions(session: SessionLocks, ownOrigins: readonly string[]) {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(ALLOWED_PERMISSIONS.has(permission) && isOwnAddress(details.requestingUrl, ownOrigins)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      ALLOWED_PERMISSIONS.has(permission) && isOwnAddress(requestingOrigin, ownOrigins),
  );
  session.setDevicePermissionHandler(() => false);
}

/** Every page, however it came to be: it stays where main loaded it, opens no window and embeds nothing. */
export function lockEveryPage(app: Pick<App, 'on'>, ownOrigins: readonly string[]) {
  app.on('web-contents-created', (_event, contents) => lockPage(contents, ownOrigins));
}

function lockPage(contents: WebContents, ownOrigins: readonly string[]) {
  // A reload of the own page is a navigation too, and the only one that may happen.
  contents.on('will-navigate', (event) => {
    if (!isReload(contents.getURL(), event.url, ownOrigins)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isReload(contents.getURL(), event.url, ownOrigins)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function isReload(from: string, to: string, ownOrigins: readonly string[]): boolean {
  return isOwnAddress(to, ownOrigins) && withoutFragment(from) === withoutFragment(to);
}

const withoutFragment = (address: string) => address.replace(/#.*$/, '');
