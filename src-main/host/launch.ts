// Starts Chainrule from a checkout: in Electron, or as the web edition in a window of an installed browser.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  appWindowArguments,
  browserCommand,
  findAppBrowser,
  hasDisplay,
  openAppWindow,
  profileFolder,
} from './app-window.ts';
import { createDownloadMemory, downloadElectron, findElectron } from './electron-binary.ts';
import { type LaunchOptions, parseLaunchOptions, USAGE } from './options.ts';
import { addressOf, runningVersion, serveWeb, type WebServer } from './web-server.ts';

const STALL_MS = 30_000;
const projectRoot = join(import.meta.dirname, '..', '..');
const isRoot = process.getuid?.() === 0;
const say = (line: string) => console.log(line);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    say(USAGE);
    return 0;
  }
  const options = parseLaunchOptions(argv, process.env, process.cwd());
  if (typeof options === 'string') {
    console.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  if (!options.web && options.open && hasDisplay(process.env, process.platform)) {
    const electron = await electronProgram(options);
    if (stop.signal.aborted) return 0;
    if (electron !== null) return await runElectron(electron, options.document);
    say('Opening the web edition instead: the same program in a window of your browser.');
  }
  return await runWeb(options);
}

/** Installed, or downloaded now; `null` after saying why not. */
async function electronProgram({ retryDownload }: LaunchOptions): Promise<string | null> {
  const present = findElectron(projectRoot);
  if (present !== null) return present;
  const memory = createDownloadMemory(
    join(projectRoot, 'node_modules', '.cache', 'chainrule', 'electron-download-failed'),
    Date.now,
  );
  if (!retryDownload && (await memory.failedLately())) {
    say('Electron is not installed and could not be downloaded lately; "npm start -- --retry-download" tries again.');
    return null;
  }
  say('Electron is not installed yet; downloading it (about 120 MB, once) …');
  const problem = await downloadElectron({
    installScript: join(projectRoot, 'node_modules', 'electron', 'install.js'),
    stallMs: STALL_MS,
    signal: stop.signal,
  });
  if (stop.signal.aborted) return null;
  const installed = problem === null ? findElectron(projectRoot) : null;
  if (installed !== null) {
    await memory.forget();
    return installed;
  }
  await memory.rememberFailure();
  say(`Electron could not be downloaded: ${problem ?? 'its program file is missing afterwards'}.`);
  return null;
}

async function runElectron(program: string, document: string | null): Promise<number> {
  const args = [
    ...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []),
    projectRoot,
    ...(document === null ? [] : [document]),
  ];
  const child = spawn(program, args, { stdio: 'inherit' });
  stop.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Electron did not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(stop.signal.aborted ? 0 : (code ?? 1)));
  });
}

async function runWeb(options: LaunchOptions): Promise<number> {
  if (options.document !== null)
    say('The web edition cannot open a document from the command line; use Open in its window.');
  const running = await runningVersion(options.port);
  if (running !== null) {
    say(`Chainrule is already running at ${addressOf(options.port)}`);
    if (options.open) await showWindow(addressOf(options.port), false);
    return 0;
  }
  const server = await startServer(options.port);
  say(`Chainrule is served at ${server.address}`);
  if (options.open && hasDisplay(process.env, process.platform)) await showWindow(server.address, true);
  else {
    say('Open this address in a browser. Ctrl-C stops the server.');
    await stopped;
  }
  await server.close();
  if (stop.signal.aborted) say('Stopped.');
  return 0;
}

async function startServer(port: number): Promise<WebServer> {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  const bundle = join(projectRoot, 'out', 'renderer');
  try {
    return await serveWeb(bundle, version, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(`Port ${port} is taken by another program, so a free one is used.`);
    say('Work kept in the browser belongs to the usual address and does not show here; CHAINRULE_PORT sets another.');
    return await serveWeb(bundle, version, 0);
  }
}

/** Returns when the window is closed; with `serving`, when nothing needs the server any more. */
async function showWindow(address: string, serving: boolean): Promise<void> {
  if (!hasDisplay(process.env, process.platform)) {
    say('Open this address in a browser.');
    return;
  }
  const program = findAppBrowser(process.env, process.platform);
  if (program === null) {
    say('Opening it in your browser.');
    const [command, ...args] = browserCommand(address, process.platform);
    spawn(command, args, { stdio: 'ignore', detached: true })
      .on('error', () => say('No browser could be started; open the address yourself.'))
      .unref();
    if (serving) {
      say('Ctrl-C stops the server.');
      await stopped;
    }
    return;
  }
  say(`Opening a window with ${program}`);
  if (isRoot) say('Started as root, so the browser runs without its sandbox.');
  const profile = profileFolder(process.env, process.platform);
  const window = openAppWindow(program, appWindowArguments(address, profile, isRoot));
  await Promise.race([window.closed, stopped]);
  if (stop.signal.aborted) window.process.kill('SIGTERM');
  else if (serving) say('The window is closed.'); // otherwise it may live on in the browser that was running already
}
