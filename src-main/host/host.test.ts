import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appWindowArguments, browserCommand, findAppBrowser, hasDisplay, profileFolder } from './app-window.ts';
import { createDownloadMemory, downloadElectron, findElectron } from './electron-binary.ts';
import { parseLaunchOptions } from './options.ts';
import { OWN_HEADER, runningVersion, serveWeb } from './web-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chainrule-host-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the command line', () => {
  test.each([
    [[], {}, { web: false, open: true, retryDownload: false, port: 41_737, document: null }],
    [['--web', '--no-open'], {}, { web: true, open: false, retryDownload: false, port: 41_737, document: null }],
    [
      ['--retry-download', 'a.json'],
      { CHAINRULE_PORT: '5000' },
      { web: false, open: true, retryDownload: true, port: 5000, document: '/work/a.json' },
    ],
    [
      ['/b.json'],
      { CHAINRULE_PORT: '' },
      { web: false, open: true, retryDownload: false, port: 41_737, document: '/b.json' },
    ],
  ])('%j is understood', (argv, environment, expected) => {
    expect(parseLaunchOptions(argv, environment, '/work')).toEqual(expected);
  });

  test.each([
    [['--wbe'], {}, 'There is no option --wbe.'],
    [['a', 'b'], {}, 'Only one document can be opened at the start.'],
    [[], { CHAINRULE_PORT: '70000' }, 'CHAINRULE_PORT is not a port number: 70000'],
    [[], { CHAINRULE_PORT: 'http' }, 'CHAINRULE_PORT is not a port number: http'],
  ])('%j is refused with a sentence', (argv, environment, sentence) => {
    expect(parseLaunchOptions(argv, environment, '/work')).toBe(sentence);
  });
});

describe('the web server', () => {
  /** Like fetch, but the Host header can be any. */
  const statusFor = (port: number, host: string, path = '/') =>
    new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers: { Host: host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  test('serves the bundle to its own address, marked as ours, and to no other name', async () => {
    await writeFile(join(folder, 'index.html'), 'hello');
    const server = await serveWeb(folder, '1.2.3', 0);
    try {
      const response = await fetch(`${server.address}?x=1#y`);
      expect([response.status, response.headers.get(OWN_HEADER), await response.text()]).toEqual([
        200,
        '1.2.3',
        'hello',
      ]);
      const { port } = server;
      expect(await statusFor(port, `localhost:${port}`)).toBe(200);
      for (const host of [
        'evil.example',
        `evil.example:${port}`,
        '127.0.0.1',
        `127.0.0.1:${port}.evil.example`,
        `[::1]:${port}`,
      ])
        expect(await statusFor(port, host)).toBe(421);
      expect(await statusFor(port, `127.0.0.1:${port}`, '/../package.json')).toBe(400);
      expect(await runningVersion(port)).toBe('1.2.3');
    } finally {
      await server.close();
    }
    expect(await runningVersion(server.port)).toBeNull();
  });

  test('does not take another program for ours, nor its port', async () => {
    const other = createServer((_request, response) => response.end('other'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      expect(await runningVersion(port)).toBeNull();
      await expect(serveWeb(folder, '1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });
});

describe('Electron', () => {
  const install = async (name: string, withProgram: boolean) => {
    const packageFolder = join(folder, 'node_modules', 'electron');
    await mkdir(join(packageFolder, 'dist'), { recursive: true });
    await writeFile(join(packageFolder, 'path.txt'), name);
    if (withProgram) await writeFile(join(packageFolder, 'dist', name), '');
  };

  test('is found only when its program file is really there', async () => {
    expect(findElectron(folder, {})).toBeNull();
    await install('electron', false);
    expect(findElectron(folder, {})).toBeNull();
    await install('electron', true);
    expect(findElectron(folder, {})).toBe(join(folder, 'node_modules', 'electron', 'dist', 'electron'));
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') })).toBeNull();
  });

  const download = async (script: string, stallMs: number, signal = new AbortController().signal) => {
    const installScript = join(folder, 'install.cjs');
    await writeFile(installScript, script);
    return await downloadElectron({ installScript, stallMs, signal });
  };

  test('is downloaded for as long as bytes keep coming, and given up when they stop', async () => {
    const slow = `const { appendFileSync } = require('fs'); const { join } = require('path'); const { tmpdir } = require('os');
      let left = 12; const timer = setInterval(() => {
        appendFileSync(join(tmpdir(), 'part'), 'x'.repeat(1000)); if (--left === 0) clearInterval(timer); }, 100);`;
    expect(await download(slow, 600)).toBeNull();
    expect(await download('setInterval(() => {}, 1000)', 600)).toBe('no progress for 1 s');
  });

  test('that cannot be downloaded says why in one line and leaves nothing behind', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('chainrule-electron-'));
    expect(await download(`console.error('x\\nTypeError: fetch failed\\n  at y'); process.exit(1)`, 5000)).toBe(
      'TypeError: fetch failed',
    );
    expect(await download('process.exit(3)', 5000)).toBe('its installer ended with code 3');
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('chainrule-electron-'))).toEqual(before);
  });

  test('stops being downloaded when the user gives up', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    expect(await download('setInterval(() => {}, 1000)', 60_000, abort.signal)).toBe('stopped');
  });

  test('is not tried again for a day after a failure, unless the clock went back', async () => {
    let now = 1_000_000_000_000;
    const memory = createDownloadMemory(join(folder, 'cache', 'failed'), () => now);
    expect(await memory.failedLately()).toBe(false);
    await memory.rememberFailure();
    now += 23 * 3_600_000;
    expect(await memory.failedLately()).toBe(true);
    now += 2 * 3_600_000;
    expect(await memory.failedLately()).toBe(false);
    now -= 48 * 3_600_000;
    expect(await memory.failedLately()).toBe(false);
    await memory.forget();
    now = 1_000_000_000_000;
    expect(await memory.failedLately()).toBe(false);
  });
});

describe('a browser', () => {
  test.skipIf(process.platform === 'win32')(
    'is found on the path, and the one the user names comes first',
    async () => {
      const program = async (name: string, mode: number) => {
        await writeFile(join(folder, name), '');
        await chmod(join(folder, name), mode);
        return join(folder, name);
      };
      expect(findAppBrowser({ PATH: folder }, 'linux')).toBeNull();
      await program('google-chrome', 0o644);
      const chromium = await program('chromium', 0o755);
      expect(findAppBrowser({ PATH: `/none:${folder}` }, 'linux')).toBe(chromium);
      const own = await program('my-browser', 0o755);
      expect(findAppBrowser({ PATH: folder, CHROME_PATH: own }, 'linux')).toBe(own);
      expect(findAppBrowser({}, 'linux')).toBeNull();
    },
  );

  test('gets a profile of its own, and loses its sandbox only for root', () => {
    const args = appWindowArguments('http://127.0.0.1:1/', '/p', false);
    expect(args).toEqual(expect.arrayContaining(['--app=http://127.0.0.1:1/', '--user-data-dir=/p']));
    expect(args).not.toContain('--no-sandbox');
    expect(appWindowArguments('x', '/p', true)).toContain('--no-sandbox');
    expect(profileFolder({ XDG_DATA_HOME: '/d' }, 'linux', '/h')).toBe('/d/chainrule/web-window');
    expect(profileFolder({}, 'linux', '/h')).toBe('/h/.local/share/chainrule/web-window');
    expect(profileFolder({}, 'darwin', '/h')).toBe('/h/Library/Application Support/chainrule/web-window');
  });

  test('needs a display on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect([
      hasDisplay({ DISPLAY: ':0' }, 'linux'),
      hasDisplay({ WAYLAND_DISPLAY: 'w' }, 'linux'),
      hasDisplay({}, 'win32'),
    ]).toEqual([true, true, true]);
  });

  test('is otherwise the one the system prefers', () => {
    expect((['linux', 'darwin', 'win32'] as const).map((platform) => browserCommand('http://x/', platform)[0])).toEqual(
      ['xdg-open', 'open', 'rundll32'],
    );
  });
});
