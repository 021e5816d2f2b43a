// The repository's sources as the boundary tests see them: parsed with the parser Vite ships, so no compiler API is needed.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParseResult, parseSync } from 'vite';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the repository's root when the import stays inside it, else `null` (a package). */
  readonly file: string | null;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  readonly program: ParseResult['program'];
  readonly comments: ParseResult['comments'];
}

/** `package.json` "imports": the only aliases there are. */
const aliases: Readonly<Record<string, string>> = { '#engine': 'src-engine/index.ts' };

export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))
      .sort()
      .map(readSource),
  );
}

/** The style sheets below a folder. */
export function readStyles(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(repository, path), 'utf8');
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]!.message}`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const imports = [
    ...staticImports.map((entry) => ({
      specifier: entry.moduleRequest.value,
      typeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
    })),
    ...staticExports.flatMap((statement) =>
      statement.entries
        .filter((entry) => entry.moduleRequest)
        .map((entry) => ({ specifier: entry.moduleRequest!.value, typeOnly: entry.isType })),
    ),
    ...dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      typeOnly: false,
    })),
  ];
  return {
    path,
    text,
    isTest: /\.test\.tsx?$/.test(path) || path.includes('/testing/'),
    imports: imports.map((entry) => ({ ...entry, file: resolve(path, entry.specifier) })),
    program: parsed.program,
    comments: parsed.comments,
  };
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return aliases[specifier] ?? null;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Every syntax node below `root`, without recursion. */
function* syntaxNodes(root: unknown): Generator<SyntaxNode> {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const at = open.pop();
    if (!at || typeof at !== 'object') continue;
    if (typeof (at as SyntaxNode).type === 'string') yield at as SyntaxNode;
    open.push(...(Object.values(at) as unknown[]));
  }
}

/** Dotted names read in a file, such as `Math.random`, and plain identifiers that are called, such as `setTimeout`. */
export function namesUsed(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of syntaxNodes(file.program)) {
    if (node.type === 'MemberExpression') {
      const object = node['object'] as SyntaxNode;
      const property = node['property'] as SyntaxNode;
      if (object.type === 'Identifier' && property.type === 'Identifier')
        names.add(`${object['name']}.${property['name']}`);
    }
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as SyntaxNode;
      if (callee.type === 'Identifier') names.add(`${callee['name']}()`);
    }
    if (node.type === 'BinaryExpression' && node['operator'] === '**' && !isConstantPower(node)) names.add('**');
  }
  return names;
}

/** `2 ** 31`: exact on every engine. */
function isConstantPower(node: SyntaxNode): boolean {
  return [node['left'], node['right']].every((side) => (side as SyntaxNode).type === 'Literal');
}
