// npm run dev: the program with hot reload. Without Electron's binary, the same window in a browser.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Electron's package names its binary in path.txt once it has been downloaded. */
function electronIsInstalled() {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  return existsSync(named) && existsSync(join(folder, 'dist', readFileSync(named, 'utf8').trim()));
}

const desktop = electronIsInstalled();
if (!desktop) {
  console.log('Electron’s binary is not installed ("npx install-electron" fetches it): this is the web edition.');
}
const [command, args] = desktop
  ? ['electron-vite', ['dev']]
  : ['vite', ['--host', '127.0.0.1', ...process.argv.slice(2)]];
const child = spawn(bin(command), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
