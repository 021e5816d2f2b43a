import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } from 'electron';
import { createDocumentFiles } from './files/document-files.ts';
import { createRecentFiles, parseRecentFiles } from './files/recent-files.ts';
import { answerBridgeRequests } from './ipc/bridge-requests.ts';
import { createRequests } from './ipc/requests.ts';
import { menuTemplate } from './menu/menu-template.ts';
import { openJournals } from './recovery/journal.ts';
import { sweepLeftovers } from './recovery/leftovers.ts';
import { registerAppScheme, serveApp } from './security/app-protocol.ts';
import { denyPermissions, lockEveryPage } from './security/lockdown.ts';
import { ownAddresses } from './security/origin.ts';
import { openJsonStore } from './settings/json-store.ts';
import { createDocumentWindows } from './windows/document-windows.ts';
import { documentArgument, documentOfSecondStart, openFromSystem } from './windows/open-from-system.ts';
import { watchPageHealth } from './windows/page-health.ts';
import { parsePlacement, rememberPlacement, type WindowPlacement } from './windows/window-bounds.ts';
import { windowOptions } from './windows/window-options.ts';

const built = join(import.meta.dirname, '..');
const { startPage, ownOrigins } = ownAddresses(app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']);
const documentAtStart = documentArgument(process.argv, app.isPackaged ? 1 : 2, process.cwd());
/** Replaced once windows can open: macOS asks for a file before the program is ready. */
const asked: string[] = documentAtStart === null ? [] : [documentAtStart];
let openDocument = (path: string): void => void asked.push(path);

app.enableSandbox();
registerAppScheme(protocol);
lockEveryPage(app, ownOrigins);
app.on('open-file', (event, path) => {
  event.preventDefault();
  openDocument(path);
});

if (app.requestSingleInstanceLock({ document: documentAtStart })) {
  // Awaiting this here would wait forever: Electron becomes ready only after this module has run to its end.
  void app.whenReady().then(run);
} else {
  app.quit(); // the running program got our document and opens a window
}

async function run() {
  const userData = app.getPath('userData');
  await mkdir(userData, { recursive: true });
  const placement = await openJsonStore<WindowPlacement | null>(join(userData, 'window.json'), parsePlacement, null);
  const recentFiles = createRecentFiles(await openJsonStore(join(userData, 'recent.json'), parseRecentFiles, []));
  const journals = await openJournals(join(userData, 'journals'));
  void sweepLeftovers(join(userData, 'journals'), userData, recentFiles.list());

  serveApp(protocol, join(built, 'renderer'));
  denyPermissions(session.defaultSession, ownOrigins);

  const windows = createDocumentWindows({
    app,
    createBrowserWindow: (options) => new BrowserWindow(options),
    windowOptions: (openWindows) =>
      windowOptions({
        version: app.getVersion(),
        preload: join(built, 'preload', 'index.cjs'),
        dark: nativeTheme.shouldUseDarkColors,
        workAreas: screen.getAllDisplays().map((display) => display.workArea),
        remembered: placement.get(),
        openWindows,
      }),
    startPage,
    onOpened: (window) => {
      if (placement.get()?.maximized) window.browserWindow.maximize();
      rememberPlacement(window.browserWindow, placement);
      watchPageHealth(window, dialog, Date.now);
    },
  });
  const files = createDocumentFiles({ app, dialog, recentFiles, holding: windows.holding });
  const openWindow = () => windows.open(journals.create());
  openDocument = (path) => void openFromSystem(path, windows, openWindow, files, dialog);

  answerBridgeRequests(
    createRequests(ipcMain, { ownOrigins, senderOf: windows.bySender, report: (problem) => console.error(problem) }),
    files,
  );

  const showMenu = () => {
    const template = menuTemplate(
      {
        command: (id) => windows.current()?.sendCommand(id),
        newWindow: openWindow,
        openRecent: (path) => openDocument(path),
        clearRecent: () => void files.clearRecent(),
      },
      { platform: process.platform, recentFiles: recentFiles.list(), development: !app.isPackaged },
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  showMenu();
  recentFiles.onChange(showMenu);

  app.on('second-instance', (_event, _argv, _folder, data) => {
    const path = documentOfSecondStart(data);
    if (path === null) openWindow().focus();
    else openDocument(path);
  });
  app.on('activate', () => {
    if (windows.count() === 0) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  for (const journal of await journals.leftBehind()) windows.open(journal);
  for (const path of asked) openDocument(path);
  if (windows.count() === 0) openWindow();
}
