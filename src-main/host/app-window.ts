import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Browsers that can show a page in a window without an address bar. */
const PROGRAM_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const MAC_PROGRAMS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

/** CHROME_PATH comes first. `null` when no such browser is installed. */
export function findAppBrowser(environment: Environment, platform: NodeJS.Platform): string | null {
  const candidates: string[] = [];
  if (environment['CHROME_PATH']) candidates.push(environment['CHROME_PATH']);
  if (platform === 'darwin') candidates.push(...MAC_PROGRAMS);
  if (platform === 'win32') {
    const roots = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']];
    for (const root of roots) if (root) candidates.push(...WINDOWS_PROGRAMS.map((parts) => join(root, ...parts)));
  } else {
    const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
    for (const name of PROGRAM_NAMES) candidates.push(...folders.map((folder) => join(folder, name)));
  }
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function hasDisplay(environment: Environment, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || !!environment['DISPLAY'] || !!environment['WAYLAND_DISPLAY'];
}

/** A browser profile of our own: the user's is left alone, and the browser's process lives exactly as long as our windows. */
export function profileFolder(environment: Environment, platform: NodeJS.Platform, home: string = homedir()): string {
  const data =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? (environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'))
        : (environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'));
  return join(data, 'chainrule', 'web-window');
}

export function appWindowArguments(address: string, profile: string, isRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    // Chromium refuses to run its sandbox as root; --test-type hides the banner that says so.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** The system's own way to show an address in whichever browser the user prefers. */
export function browserCommand(address: string, platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

export interface AppWindow {
  readonly process: ChildProcess;
  /** Resolves when the last window of the profile is closed, or the browser ended for another reason. */
  readonly closed: Promise<void>;
}

/** With a window of the profile already open, the browser adds one to it and this process ends at once. */
export function openAppWindow(program: string, args: readonly string[]): AppWindow {
  const child = spawn(program, args, { stdio: 'ignore' });
  const closed = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
  return { process: child, closed };
}
