// npm run -s chainrule -- ARGS: builds the command line if its sources changed, then runs it where the user stands.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = join(root, 'out', 'cli', 'main.js');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Chainrule needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
if (newest(['src-engine', 'src-cli', 'package.json', 'vite.cli.config.ts']) > changed(built)) await build();

// npm runs scripts in the repository's root; INIT_CWD is where the user typed the command.
if (process.env.npm_lifecycle_event === 'chainrule' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv[1] = built;
await import(pathToFileURL(built).href);

/** Builds beside the old one and then takes its place, so that runs at the same time never see half a file. */
async function build() {
  if (!existsSync(join(root, 'node_modules', 'vite'))) {
    console.error('The packages are not installed yet: run "npm ci" first.');
    process.exit(1);
  }
  const fresh = join(root, 'out', `cli-${process.pid}`);
  const { build } = await import('vite');
  try {
    await build({
      root,
      configFile: join(root, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: { outDir: fresh, emptyOutDir: true },
    });
    rmSync(dirname(built), { recursive: true, force: true });
    renameSync(fresh, dirname(built));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(built) && error?.code === 'ENOTEMPTY') return; // another run was faster
    console.error(`The command line could not be built: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/** Latest modification in milliseconds, folders searched to their ends; tests are no part of the program. */
function newest(names) {
  let latest = 0;
  for (const name of names) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    latest = Math.max(latest, changed(path));
    if (!statSync(path).isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
      if (!entry.name.includes('.test.'))
        latest = Math.max(latest, changed(join(entry.parentPath ?? entry.path, entry.name)));
  }
  return latest;
}

function changed(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}
