import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../support/electron-program.ts';
import { copyWithEmptyPage } from '../support/empty-page-program.ts';
import { expect, test } from '../support/test.ts';

const LAUNCHER = join(projectRoot, 'out', 'main', 'launch.js');

interface Launched {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  launcher: string = LAUNCHER,
): Launched {
  const child = spawn(process.execPath, [launcher, ...args], { env: { ...process.env, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

test('without a display the address is printed and served until Ctrl-C', async () => {
  const port = await freePort();
  const { child, output, ended } = launch(['--web'], { CHAINRULE_PORT: `${port}`, DISPLAY: '', WAYLAND_DISPLAY: '' });
  await expect.poll(output).toContain(`http://127.0.0.1:${port}/`);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(output()).toMatch(/Stopped\.\n$/);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
test('a window is opened in a browser, and the server lives as long as the window', async ({}, testInfo) => {
  test.skip(process.platform === 'win32', 'the stand-in for a browser is a shell script');
  const port = await freePort();
  const log = testInfo.outputPath('browser.txt');
  const browser = testInfo.outputPath('browser');
  await writeFile(browser, `#!/bin/sh\necho "$@" >> ${log}\nsleep "$FAKE_BROWSER_SECONDS"\n`);
  await chmod(browser, 0o755);
  const environment = {
    CHAINRULE_PORT: `${port}`,
    CHROME_PATH: browser,
    DISPLAY: ':97',
    XDG_DATA_HOME: testInfo.outputDir,
  };

  const first = launch(['--web'], { ...environment, FAKE_BROWSER_SECONDS: '4' });
  await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toContain(`--app=http://127.0.0.1:${port}/`);
  expect(await readFile(log, 'utf8')).toContain(`--user-data-dir=${testInfo.outputDir}`);

  const second = launch(['--web'], { ...environment, FAKE_BROWSER_SECONDS: '0' });
  expect(await second.ended).toBe(0);
  expect(second.output()).toContain(`Chainrule is already running at http://127.0.0.1:${port}/`);
  expect((await readFile(log, 'utf8')).trim().split('\n')).toHaveLength(2);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);

  expect(await first.ended).toBe(0);
  expect(first.output()).toContain('The window is closed.');
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a port taken by another program is left to it', async () => {
  const other = createServer((socket) => socket.end());
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const { child, output, ended } = launch(['--web', '--no-open'], { CHAINRULE_PORT: `${port}` });
  await expect.poll(output).toContain(`Port ${port} is taken by another program`);
  await expect.poll(output).toMatch(/Chainrule is served at http:\/\/127\.0\.0\.1:\d+\//);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output())?.[0] ?? '';
  expect((await fetch(address)).headers.get('x-chainrule')).toMatch(/^\d/);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  other.close();
});

test('a mistyped option is answered with the usage', async () => {
  const { output, ended } = launch(['--wbe'], {});
  expect(await ended).toBe(2);
  expect(output()).toMatch(/^There is no option --wbe\.\n\nUsage: /);
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
test('where Electron is installed it gets the program and the document, and its end is ours', async ({}, testInfo) => {
  test.skip(process.platform === 'win32', 'the stand-in for Electron is a shell script');
  const root = await copyWithEmptyPage(projectRoot, testInfo.outputPath('program'));
  const electron = join(root, 'node_modules', 'electron');
  await mkdir(join(electron, 'dist'), { recursive: true });
  await writeFile(join(electron, 'path.txt'), 'electron');
  await writeFile(join(electron, 'dist', 'electron'), '#!/bin/sh\necho "arguments: $@"\nexit 3\n');
  await chmod(join(electron, 'dist', 'electron'), 0o755);
  const { output, ended } = launch(['/f/a.chainrule.json'], { DISPLAY: ':97' }, join(root, 'out', 'main', 'launch.js'));
  expect(await ended).toBe(3);
  expect(output()).toMatch(new RegExp(`^arguments: (--no-sandbox )?${root} /f/a\\.chainrule\\.json\\n$`));
});

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
test('a download of Electron that fails is not tried again until it is asked for', async ({}, testInfo) => {
  test.skip(process.platform === 'win32', 'the stand-in for a browser is a shell script');
  const root = await copyWithEmptyPage(projectRoot, testInfo.outputPath('program'));
  await mkdir(join(root, 'node_modules', 'electron'), { recursive: true });
  const tries = testInfo.outputPath('tries.txt');
  const installer = `require('fs').appendFileSync(${JSON.stringify(tries)}, 'x'); console.error('Error: no network'); process.exit(1);`;
  await writeFile(join(root, 'node_modules', 'electron', 'install.js'), installer);
  await writeFile(join(root, 'node_modules', 'electron', 'package.json'), '{}');
  const browser = testInfo.outputPath('browser');
  await writeFile(browser, '#!/bin/sh\n');
  await chmod(browser, 0o755);
  const environment = { CHAINRULE_PORT: `${await freePort()}`, CHROME_PATH: browser, DISPLAY: ':97' };
  const start = async (...args: string[]) => {
    const { output, ended } = launch(args, environment, join(root, 'out', 'main', 'launch.js'));
    expect(await ended).toBe(0);
    return output();
  };
  expect(await start()).toContain(
    'Electron could not be downloaded: Error: no network.\nOpening the web edition instead',
  );
  expect(await start()).toContain('could not be downloaded lately');
  expect(await readFile(tries, 'utf8')).toBe('x');
  expect(await start('--retry-download')).toContain('no network');
  expect(await readFile(tries, 'utf8')).toBe('xx');
});
