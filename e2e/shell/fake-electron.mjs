// Electron's main-process API as far as the program uses it, run by plain Node. Windows are pages of a real browser that the
// parent process owns; it is spoken to over process messages. What the program must not do, or nobody stubbed, throws.
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pendingCalls = new Map();
let callCount = 0;

/** Asks the parent to do something with a page. */
function callParent(method, ...args) {
  callCount += 1;
  const id = callCount;
  process.send({ kind: 'call', id, method, args });
  return new Promise((resolve, reject) => pendingCalls.set(id, { resolve, reject }));
}

function cancellableEvent(facts = {}) {
  const event = { ...facts, defaultPrevented: false };
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
}

function notModelled(name) {
  return () => {
    throw new Error(`${name} was called but nothing stands in for it in this test`);
  };
}

// ---- app

const userData =
  process.argv.find((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length) ??
  mkdtempSync(join(tmpdir(), 'chainrule-shell-'));
mkdirSync(userData, { recursive: true });
// Electron's own command line has no script path: program, folder, document.
process.argv.splice(1, 1);

let ready = false;
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  sandboxEnabled: false,
  recentDocuments: [],
  enableSandbox() {
    if (ready) throw new Error('app.enableSandbox() after ready');
    app.sandboxEnabled = true;
  },
  getVersion: () => '0.0.0-shell',
  getName: () => 'chainrule',
  getPath(name) {
    if (name === 'userData') return userData;
    const folder = join(userData, 'fake', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  },
  requestSingleInstanceLock(data) {
    app.lockData = data;
    return true;
  },
  whenReady: () => new Promise((resolve) => (ready ? resolve() : app.once('ready', resolve))),
  addRecentDocument: (path) => app.recentDocuments.push(path),
  clearRecentDocuments: () => app.recentDocuments.splice(0),
  quit() {
    app.emit('before-quit', cancellableEvent());
    for (const window of BrowserWindow.getAllWindows()) {
      window.close();
      if (!window.isDestroyed()) return; // a window that stays cancels quitting
    }
    app.emit('will-quit', cancellableEvent());
    process.send({ kind: 'quit' }, () => process.exit(0));
  },
});

// ---- windows

class FakeWebContents extends EventEmitter {
  url = '';
  mainFrame = { url: '' };
  openHandler = null;
  devToolsOpen = false;
  constructor(id, window) {
    super();
    this.id = id;
    this.window = window;
  }
  getURL() {
    return this.url;
  }
  send(channel, ...args) {
    void callParent('send', this.id, channel, structuredClone(args));
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  reload() {
    void this.load('reload');
  }
  async load(method, ...args) {
    this.emit('did-navigate');
    await callParent(method, this.id, ...args);
    this.emit('did-finish-load');
    this.window.emit('ready-to-show');
  }
}

const windows = new Map();
let windowCount = 0;

function refuseInsecure(preferences) {
  const wanted = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  };
  for (const [name, value] of Object.entries(wanted))
    if (preferences?.[name] !== value) throw new Error(`webPreferences.${name} must be ${value}`);
  if (!preferences.preload?.endsWith('.cjs')) throw new Error('a sandboxed window runs only a CommonJS preload script');
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return [...windows.values()];
  }
  static getFocusedWindow() {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }
  title = '';
  edited = false;
  representedFilename = '';
  destroyed = false;
  focused = false;
  visible = false;
  maximized = false;
  constructor(options) {
    super();
    refuseInsecure(options.webPreferences);
    if (!app.sandboxEnabled) throw new Error('app.enableSandbox() was not called');
    windowCount += 1;
    this.id = windowCount;
    this.options = options;
    this.bounds = { x: options.x ?? 40, y: options.y ?? 40, width: options.width, height: options.height };
    this.webContents = new FakeWebContents(this.id, this);
    windows.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    this.created = callParent('createWindow', this.id, {
      preload: options.webPreferences.preload,
      argv: options.webPreferences.additionalArguments ?? [],
      size: { width: options.width, height: options.height },
    });
  }
  async loadURL(url) {
    await this.created;
    this.webContents.url = url;
    this.webContents.mainFrame.url = url;
    await this.webContents.load('load', url);
  }
  close() {
    if (this.destroyed) return;
    const event = cancellableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    windows.delete(this.id);
    void callParent('closeWindow', this.id);
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
  }
  isDestroyed() {
    return this.destroyed;
  }
  focus() {
    for (const window of windows.values()) window.focused = window === this;
  }
  isFocused() {
    return this.focused;
  }
  show() {
    this.visible = true;
    this.focus();
  }
  isVisible() {
    return this.visible;
  }
  isMinimized() {
    return false;
  }
  restore() {}
  maximize() {
    this.maximized = true;
  }
  isMaximized() {
    return this.maximized;
  }
  getNormalBounds() {
    return { ...this.bounds };
  }
  setTitle(title) {
    this.title = title;
  }
  getTitle() {
    return this.title;
  }
  setDocumentEdited(edited) {
    this.edited = edited;
  }
  isDocumentEdited() {
    return this.edited;
  }
  setRepresentedFilename(name) {
    this.representedFilename = name;
  }
}

// ---- the rest of the API

const requestHandlers = new Map();
export const ipcMain = {
  handle(channel, handler) {
    if (requestHandlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    requestHandlers.set(channel, handler);
  },
};

export const dialog = {
  showOpenDialog: notModelled('dialog.showOpenDialog'),
  showSaveDialog: notModelled('dialog.showSaveDialog'),
  showMessageBox: notModelled('dialog.showMessageBox'),
};

const schemes = new Map();
const schemeHandlers = new Map();
export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (ready) throw new Error('schemes must be registered before ready');
    for (const { scheme, privileges } of list) schemes.set(scheme, privileges);
  },
  handle(scheme, handler) {
    if (!schemes.get(scheme)?.standard) throw new Error(`${scheme} was not registered as a standard scheme`);
    schemeHandlers.set(scheme, handler);
  },
};

const locks = {};
export const session = {
  defaultSession: {
    locks,
    setPermissionRequestHandler: (handler) => Object.assign(locks, { request: handler }),
    setPermissionCheckHandler: (handler) => Object.assign(locks, { check: handler }),
    setDevicePermissionHandler: (handler) => Object.assign(locks, { device: handler }),
  },
};

let applicationMenu = null;
function buildMenu(template) {
  const items = template.map((item) => ({
    ...item,
    enabled: item.enabled ?? true,
    ...(Array.isArray(item.submenu) ? { submenu: buildMenu(item.submenu) } : {}),
  }));
  const find = (list, id) => {
    for (const item of list) {
      const found = item.id === id ? item : item.submenu && find(item.submenu.items, id);
      if (found) return found;
    }
    return null;
  };
  return { items, getMenuItemById: (id) => find(items, id) };
}
export const Menu = {
  buildFromTemplate: buildMenu,
  setApplicationMenu(menu) {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const shell = { openExternal: notModelled('shell.openExternal') };

const electron = { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell };
export default electron;

// ---- requests of the parent

const answers = {
  async fetch(url, method) {
    const { protocol: scheme } = new URL(url);
    const handler = schemeHandlers.get(scheme.slice(0, -1));
    if (!handler) throw new Error(`no handler for ${url}`);
    const response = await handler(new Request(url, { method }));
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body };
  },
  async invoke(windowId, frame, channel, args) {
    const contents = windows.get(windowId)?.webContents;
    const handler = requestHandlers.get(channel);
    if (!contents || !handler) throw new Error(`No handler registered for '${channel}'`);
    contents.mainFrame.url = frame.isMain ? frame.url : contents.mainFrame.url;
    const senderFrame = frame.isMain ? contents.mainFrame : { url: frame.url };
    return await handler({ sender: contents, senderFrame, frameId: 0 }, ...args);
  },
  async mayNavigate(windowId, url, isMainFrame) {
    const contents = windows.get(windowId)?.webContents;
    if (!contents) return false;
    const event = cancellableEvent({ url, isMainFrame });
    contents.emit('will-frame-navigate', event);
    if (isMainFrame) contents.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  },
  async mayOpen(windowId, url) {
    const handler = windows.get(windowId)?.webContents.openHandler;
    return handler ? handler({ url }).action !== 'deny' : true;
  },
  async evaluate(source, argument) {
    // Indirect eval: the function sees only its parameters, as it does in a real Electron under test.
    // biome-ignore lint/security/noGlobalEval: the source comes from the test beside this file
    return await globalThis.eval(`(${source})`)(electron, argument);
  },
  async pageNavigated(windowId) {
    windows.get(windowId)?.webContents.emit('did-navigate');
  },
  async pageLoaded(windowId) {
    windows.get(windowId)?.webContents.emit('did-finish-load');
  },
  async pageCrashed(windowId) {
    windows.get(windowId)?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  },
};

process.on('message', async (message) => {
  if (message.kind === 'reply') {
    const call = pendingCalls.get(message.id);
    pendingCalls.delete(message.id);
    if (message.error === undefined) call?.resolve(message.value);
    else call?.reject(new Error(message.error));
    return;
  }
  const reply = { kind: 'reply', id: message.id };
  try {
    reply.value = await answers[message.method](...message.args);
  } catch (error) {
    reply.error = error instanceof Error ? error.message : String(error);
  }
  if (process.connected) process.send(reply);
});
process.on('disconnect', () => process.exit(0));

// Electron is ready only after the program's module has run to its end.
setImmediate(() => {
  ready = true;
  app.emit('ready');
  process.send({ kind: 'boot' });
});
