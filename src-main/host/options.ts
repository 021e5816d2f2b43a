import { isAbsolute, resolve } from 'node:path';

const DEFAULT_PORT = 41_737;

export interface LaunchOptions {
  /** Serve the web edition also where Electron is present. */
  readonly web: boolean;
  /** Open a window or browser; otherwise only serve. */
  readonly open: boolean;
  /** Try to download Electron although it failed not long ago. */
  readonly retryDownload: boolean;
  readonly port: number;
  /** Document to open, absolute. */
  readonly document: string | null;
}

export const USAGE = `Usage: npm start [-- options] [document]
  --web              the web edition in a browser window, also where Electron is present
  --no-open          only serve the web edition and print its address
  --retry-download   try again to download Electron after a failed attempt
  --help             this text
The environment variable CHAINRULE_PORT changes the web edition's port (${DEFAULT_PORT}).`;

/** Returns a sentence about the first mistake instead of options. */
export function parseLaunchOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): LaunchOptions | string {
  const known = new Set(['--web', '--no-open', '--retry-download']);
  const flags = argv.filter((argument) => argument.startsWith('-'));
  const names = argv.filter((argument) => !argument.startsWith('-') && argument !== '');
  const unknown = flags.find((flag) => !known.has(flag));
  if (unknown !== undefined) return `There is no option ${unknown}.`;
  if (names.length > 1) return 'Only one document can be opened at the start.';

  const portText = environment['CHAINRULE_PORT'];
  const port = portText === undefined || portText === '' ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return `CHAINRULE_PORT is not a port number: ${portText}`;
  const name = names[0];
  return {
    web: flags.includes('--web'),
    open: !flags.includes('--no-open'),
    retryDownload: flags.includes('--retry-download'),
    port,
    document: name === undefined ? null : isAbsolute(name) ? name : resolve(workingFolder, name),
  };
}
