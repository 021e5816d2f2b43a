// npm start, npm run web: builds what changed since the last build, then launches it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);

const SOURCES = [
  'src-engine',
  'src-main',
  'src-renderer',
  'resources',
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
  'vite.config.ts',
];
const BUILT = ['out/main/index.js', 'out/main/launch.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Chainrule needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
const builder = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
if (!existsSync(builder)) {
  console.error('The packages are not installed yet: run "npm ci" first.');
  process.exit(1);
}
if (newest(SOURCES) > oldest(BUILT)) {
  console.log('Building …');
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('The build failed; the messages above say why.');
    process.exit(1);
  }
}
await import(pathToFileURL(at('out', 'main', 'launch.js')).href);

/** Latest modification in milliseconds, folders searched to their ends. A removed file shows in its folder's own time. */
function newest(names) {
  let latest = 0;
  for (const name of names) {
    const path = at(name);
    if (!existsSync(path)) continue;
    latest = Math.max(latest, statSync(path).mtimeMs);
    if (!statSync(path).isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
      latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return latest;
}

function oldest(names) {
  return Math.min(...names.map((name) => (existsSync(at(name)) ? statSync(at(name)).mtimeMs : 0)));
}
