// Writes the barrel `all.ts` of every registry: one import an entry, files in order; then the document's JSON Schema
// (docs/schema). Run it after adding a file.
// `--check` writes nothing and fails when a file is stale.
//
// A file of the folder is an entry when it exports a constant named as the file in camelCase: `leaky-relu.ts` exports
// `leakyRelu`. Where that name is a reserved word (`var.ts`), the file's only exported constant is the entry. Other
// files are helpers.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Folder, name of the list, and the type of its entries where the list is to be widened to it. */
export const registries = [
  { folder: 'src-engine/ops', list: 'ops', type: 'OpDefinition', from: './define.ts' },
  { folder: 'src-engine/random/initializers', list: 'entries', type: 'Initializer', from: './define.ts' },
  { folder: 'src-engine/templates/scalar-rules', list: 'entries', type: 'ScalarRule', from: './define.ts' },
  { folder: 'src-engine/autodiff/mistakes', list: 'entries', type: 'Mistake', from: './define.ts' },
  { folder: 'src-engine/templates', list: 'entries', type: 'TemplateDefinition', from: './define.ts' },
  { folder: 'src-engine/document/migrations', list: 'migrations', type: 'Migration', from: './define.ts' },
  { folder: 'src-engine/data', list: 'datasets', type: 'DatasetDefinition', from: './define.ts' },
  { folder: 'src-engine/training/optimizers', list: 'optimizers', type: 'OptimizerDefinition', from: './define.ts' },
  { folder: 'src-engine/training/schedules', list: 'schedules', type: 'ScheduleDefinition', from: './define.ts' },
  { folder: 'src-engine/exporters', list: 'entries', type: 'Exporter', from: './define.ts' },
  { folder: 'src-cli/commands', list: 'commands', type: 'Command', from: './define.ts' },
];

const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

export const camelCase = (file) =>
  file.replace(/\.tsx?$/, '').replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Name of the constant that the file contributes, or null for a helper. */
export function entryOf(file, source) {
  const constants = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  const name = camelCase(file);
  if (!reserved.has(name)) return constants.includes(name) ? name : null;
  if (constants.length !== 1) throw new Error(`${file}: "${name}" is a reserved word, so export exactly one constant.`);
  return constants[0];
}

export function barrel(folder, { list, type, from }) {
  const entries = readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== 'all.ts')
    .sort()
    .flatMap((file) => {
      const name = entryOf(file, readFileSync(join(folder, file), 'utf8'));
      return name ? [{ file, name }] : [];
    });
  const imports = entries.map(({ file, name }) => ({ path: `./${file}`, text: `{ ${name} }` }));
  if (type) imports.push({ path: from, text: `type { ${type} }` });
  const stem = ({ path }) => path.replace(/\.tsx?$/, '');
  imports.sort((a, b) => (stem(a) < stem(b) ? -1 : 1));
  const lines = imports.map(({ path, text }) => `import ${text} from '${path}';`);
  const names = entries.map(({ name }) => name);
  const head = `export const ${list}${type ? `: readonly ${type}[]` : ''} = `;
  const line = `${head}[${names.join(', ')}];`; // as the formatter breaks it: one line where it fits
  return [
    '// Written by `npm run gen` from the files of this folder.',
    ...lines,
    '',
    ...(line.length <= 120 ? [line] : [`${head}[`, ...names.map((name) => `  ${name},`), '];']),
    '',
  ].join('\n');
}

/** Writes a generated file, or with `check` only says whether it is stale; 1 when it is. */
function settle(root, path, wanted, check) {
  let found = '';
  try {
    found = readFileSync(join(root, path), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (found === wanted) return 0;
  if (check) {
    stderr.write(`${path} is stale: run "npm run gen".\n`);
    return 1;
  }
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), wanted);
  stdout.write(`wrote ${path}\n`);
  return 0;
}

async function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const check = argv.includes('--check');
  let stale = 0;
  for (const registry of registries)
    stale += settle(root, `${registry.folder}/all.ts`, barrel(join(root, registry.folder), registry), check);
  // After the barrels: the schema holds every op's settings.
  const { schemaText } = await import('./schema.mjs');
  stale += settle(root, 'docs/schema/chainrule-document.schema.json', await schemaText(root), check);
  return stale === 0 ? 0 : 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(await main());
