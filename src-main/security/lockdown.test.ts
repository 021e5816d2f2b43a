import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { denyPermissions, lockEveryPage, securePreferences } from './lockdown.ts';
import { isOwnAddress, originOf, ownAddresses } from './origin.ts';

const OWN = ['app://chainrule'];
const HOME = 'app://chainrule/index.html';

test('a window is sandboxed, isolated and without Node', () => {
  expect(securePreferences('/p/index.cjs')).toMatchObject({
    preload: '/p/index.cjs',
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
  });
});

describe('permissions', () => {
  type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
  type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
  let request: RequestHandler | null = null;
  let check: CheckHandler | null = null;
  let device: unknown = null;
  denyPermissions(
    {
      setPermissionRequestHandler: (handler) => {
        request = handler;
      },
      setPermissionCheckHandler: (handler) => {
        check = handler;
      },
      setDevicePermissionHandler: (handler) => {
        device = handler;
      },
    } as Session,
    OWN,
  );
  const asked = (permission: string, url: string) => {
    let answer: boolean | null = null;
    const note = (granted: boolean) => {
      answer = granted;
    };
    (request as RequestHandler | null)?.({} as WebContents, permission as never, note, { requestingUrl: url } as never);
    return answer;
  };
  const checked = (permission: string, origin: string) =>
    (check as CheckHandler | null)?.(null, permission as never, origin, {} as never);

  test.each([
    'media',
    'geolocation',
    'notifications',
    'midi',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'fileSystem',
    'unknown',
  ])('%s is denied to every page', (permission) => {
    expect([asked(permission, HOME), checked(permission, 'app://chainrule/')]).toEqual([false, false]);
  });

  test('the clipboard and full screen are granted to the own page alone', () => {
    for (const permission of ['clipboard-read', 'clipboard-sanitized-write', 'fullscreen']) {
      expect([asked(permission, HOME), checked(permission, 'app://chainrule/')]).toEqual([true, true]);
      expect([asked(permission, 'https://example.com/'), checked(permission, 'https://example.com')]).toEqual([
        false,
        false,
      ]);
    }
  });

  test('devices are denied', () => {
    expect((device as () => boolean)()).toBe(false);
  });
});

describe('a page', () => {
  class FakeContents extends EventEmitter {
    openHandler: ((details: { url: string }) => { action: string }) | null = null;
    getURL = () => HOME;
    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      this.openHandler = handler;
    }
  }
  const create = () => {
    const app = new EventEmitter();
    lockEveryPage(app as unknown as Pick<App, 'on'>, OWN);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    return contents;
  };
  const prevented = (name: string, facts: object = {}) => {
    const event = {
      isMainFrame: true,
      ...facts,
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    create().emit(name, event);
    return event.defaultPrevented;
  };

  test.each([
    'https://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://chainrule/other.html',
    'app://chainrule.example.com/index.html',
    'app://evil@chainrule/index.html',
    'app://chainrule:80/index.html',
    'APP://other/index.html',
    'about:blank',
    '',
  ])('cannot go to %j', (url) => {
    expect([prevented('will-navigate', { url }), prevented('will-frame-navigate', { url })]).toEqual([true, true]);
  });

  test('may load itself again, but no frame may load anything', () => {
    expect(prevented('will-navigate', { url: `${HOME}#part` })).toBe(false);
    expect(prevented('will-frame-navigate', { url: HOME })).toBe(false);
    expect(prevented('will-frame-navigate', { url: HOME, isMainFrame: false })).toBe(true);
  });

  test('cannot be redirected, embed a view, or open a window', () => {
    expect([prevented('will-redirect', { url: HOME }), prevented('will-attach-webview')]).toEqual([true, true]);
    for (const url of ['https://example.com', HOME, 'javascript:1', 'smb://x', 'ms-msdt:/id'])
      expect(create().openHandler?.({ url })).toEqual({ action: 'deny' });
  });
});

test('an address is the program’s own only when its whole origin is', () => {
  expect(originOf('app://chainrule/a/../b')).toBe('app://chainrule');
  expect(['nonsense', 'about:blank', 'data:,x', 'app://u:p@chainrule/'].map(originOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(isOwnAddress('app://chainrule.evil/', OWN)).toBe(false);
  expect(isOwnAddress('app://chainrule', OWN)).toBe(true);
});

test('a development server replaces the bundle, and nonsense for one does not', () => {
  expect(ownAddresses('http://localhost:5173')).toEqual({
    startPage: 'http://localhost:5173',
    ownOrigins: ['http://localhost:5173'],
  });
  for (const value of [undefined, '', 'nonsense'])
    expect(ownAddresses(value)).toEqual({ startPage: HOME, ownOrigins: OWN });
});
