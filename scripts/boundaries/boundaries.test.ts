// Who may import whom, and what may be used where. Each rule says where the code should go instead.
import { expect, test } from 'vitest';
import { namesUsed, readSources, readStyles, type SourceFile } from './source-files.ts';

const sources = readSources(['src-engine', 'src-renderer', 'src-main', 'src-cli']);
const shipped = sources.filter((file) => !file.isTest);

/** Fails with every offence and the sentence that says what to do. */
function expectNone(offences: readonly string[], instead: string): void {
  expect(offences, `${instead}\n${offences.join('\n')}`).toEqual([]);
}

const within = (files: readonly SourceFile[], folder: string) =>
  files.filter((file) => file.path.startsWith(`${folder}/`));

/** Pairs of file and import for which `forbidden` holds, as text. */
function imports(
  files: readonly SourceFile[],
  forbidden: (entry: SourceFile['imports'][number], file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports.filter((entry) => forbidden(entry, file)).map((entry) => `${file.path} -> ${entry.specifier}`),
  );
}

function uses(files: readonly SourceFile[], names: readonly string[]): string[] {
  return files.flatMap((file) => {
    const used = namesUsed(file);
    return names.filter((name) => used.has(name)).map((name) => `${file.path} uses ${name}`);
  });
}

/** Folders of a layer, left to right: each imports only from itself and those before it. Same index: may not meet. */
function expectOrder(layer: string, order: readonly (readonly string[])[]): void {
  const rank = new Map(order.flatMap((folders, index) => folders.map((folder) => [folder, index] as const)));
  const folderOf = (path: string) => path.slice(layer.length + 1).split('/')[0]!;
  const offences = imports(within(shipped, layer), (entry, file) => {
    if (!entry.file?.startsWith(`${layer}/`) || entry.file.split('/').length < 3) return false;
    const from = folderOf(file.path);
    const to = folderOf(entry.file);
    if (from === to || !file.path.slice(layer.length + 1).includes('/')) return false;
    const [a, b] = [rank.get(from), rank.get(to)];
    if (a === undefined || b === undefined)
      throw new Error(`${a === undefined ? from : to} has no place in the order of ${layer}`);
    return b >= a;
  });
  expectNone(offences, `In ${layer} a folder imports only from those to its left: move what is shared to the left.`);
}

test('sources were found', () => {
  for (const layer of ['src-engine', 'src-renderer', 'src-main', 'src-cli']) {
    expect(within(shipped, layer).length, layer).toBeGreaterThan(3);
  }
});

test('the engine imports nothing outside itself', () => {
  expectNone(
    imports(within(shipped, 'src-engine'), (entry) => !entry.file?.startsWith('src-engine/')),
    'The engine is pure: take what it needs as an argument, or put the code in the window, main or command line.',
  );
});

test('other layers enter the engine by its index only', () => {
  expectNone(
    imports(
      shipped.filter((file) => !file.path.startsWith('src-engine/')),
      (entry) => entry.file?.startsWith('src-engine/') === true && entry.file !== 'src-engine/index.ts',
    ),
    'Export what you need from src-engine/index.ts and import "#engine".',
  );
});

test('folders of the engine are ordered', () => {
  expectOrder(
    'src-engine',
    [
      'errors',
      'tensor',
      'kernels',
      'random',
      'ops',
      'graph',
      'templates',
      'plan',
      'run',
      'autodiff',
      'data',
      'training',
      'document',
      'exporters',
      'importers',
      'protocol',
      'worker',
    ].map((folder) => [folder]),
  );
});

test('folders of the window are ordered, and features do not meet', () => {
  expectOrder('src-renderer', [
    ['texts'],
    ['ui'],
    ['math'],
    ['platform'],
    ['layout'],
    ['lesson-format'],
    ['stores'],
    ['commands'],
    [
      'canvas',
      'quick-add',
      'find',
      'table',
      'palette',
      'inspector',
      'player',
      'practice',
      'charts',
      'training',
      'lessons',
    ],
    ['app'],
  ]);
});

test('main and window share types only, from the preload contract', () => {
  const contract = 'src-main/preload/contract.ts';
  expectNone(
    [
      ...imports(
        within(shipped, 'src-renderer'),
        (entry) => entry.file?.startsWith('src-main/') === true && !(entry.file === contract && entry.typeOnly),
      ),
      ...imports(within(shipped, 'src-main'), (entry) => entry.file?.startsWith('src-renderer/') === true),
    ],
    'Put the type into src-main/preload/contract.ts and import it with `import type`.',
  );
});

test('packages are used where they belong', () => {
  const only = (pattern: RegExp, homes: readonly string[], instead: string) =>
    expectNone(
      imports(
        shipped,
        (entry, file) =>
          pattern.test(entry.specifier) && !entry.typeOnly && !homes.some((home) => file.path.startsWith(home)),
      ),
      instead,
    );
  only(
    /^@xyflow\//,
    ['src-renderer/canvas/'],
    'React Flow stays in canvas/: the rest speaks of nodes and wires of the document.',
  );
  only(
    /^electron$/,
    ['src-main/main.ts', 'src-main/preload/index.ts'],
    'Only the composition root and the preload import electron; take what you need as an argument.',
  );
  only(/^node:/, ['src-main/', 'src-cli/'], 'Node is for main and the command line; the window asks its platform.');
  only(
    /^(react|react-dom|zustand|d3|katex|i18next|react-i18next|@base-ui|lucide-react)/,
    ['src-renderer/'],
    'User interface packages stay in the window.',
  );
});

test('there are no import cycles, not even of types', () => {
  const graph = new Map(
    shipped.map((file) => [file.path, file.imports.flatMap((entry) => (entry.file ? [entry.file] : []))]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  for (const start of graph.keys()) {
    const path: { file: string; next: number }[] = [{ file: start, next: 0 }];
    while (path.length > 0) {
      const at = path.at(-1)!;
      const targets = graph.get(at.file) ?? [];
      if (at.next === 0 && state.get(at.file) === 'done') {
        path.pop();
        continue;
      }
      state.set(at.file, 'open');
      const target = targets[at.next++];
      if (target === undefined) {
        state.set(at.file, 'done');
        path.pop();
      } else if (path.some(({ file }) => file === target)) {
        cycles.push(
          [...path.map(({ file }) => file).slice(path.findIndex(({ file }) => file === target)), target].join(' -> '),
        );
      } else if (state.get(target) !== 'done' && graph.has(target)) path.push({ file: target, next: 0 });
    }
  }
  expectNone(cycles, 'Move what both need into a third file.');
});

test('the engine owns its time, its chance and its mathematics', () => {
  const engine = within(shipped, 'src-engine').filter((file) => file.path !== 'src-engine/worker/main.ts');
  expectNone(
    uses(engine, [
      'Math.random',
      'Date.now',
      'performance.now',
      'setTimeout()',
      'setInterval()',
      'queueMicrotask()',
      'console.log',
      'console.warn',
      'console.error',
    ]),
    'Take the random generator, the clock or the timer as an argument (src-engine/random; the worker entry gives the clock).',
  );
  const transcendental =
    'exp expm1 log log1p log2 log10 sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh pow cbrt hypot';
  expectNone(
    uses(engine, [...transcendental.split(' ').map((name) => `Math.${name}`), '**']),
    'Use src-engine/kernels/math: engines differ in the last bit, our own functions do not.',
  );
});

test('timers and animation frames are the platform’s', () => {
  const homes = ['src-renderer/platform/', 'src-main/', 'src-engine/worker/main.ts', 'src-cli/'];
  expectNone(
    uses(
      shipped.filter((file) => !homes.some((home) => file.path.startsWith(home))),
      [
        'setTimeout()',
        'setInterval()',
        'requestAnimationFrame()',
        'window.setTimeout',
        'window.setInterval',
        'window.requestAnimationFrame',
        'Date.now',
      ],
    ),
    'Use platform.clock, so that tests can hold time.',
  );
});

test('ipcMain is used in ipc/ only', () => {
  const offences = within(shipped, 'src-main')
    .filter((file) => !file.path.startsWith('src-main/ipc/') && file.path !== 'src-main/main.ts')
    .filter((file) => /\bipcMain\.(handle|on)\b/.test(file.text))
    .map((file) => file.path);
  expectNone(offences, 'Register channels through src-main/ipc, which checks sender and arguments.');
});

test('canvas pieces do not subscribe to all nodes', () => {
  const offences = within(shipped, 'src-renderer')
    .filter((file) => /useNodes\(\)|useStore\(\s*\(?\w+\)?\s*=>\s*\w+\.nodes\s*\)/.test(file.text))
    .map((file) => file.path);
  expectNone(offences, 'Subscribe to one node or edge: a subscription to all re-renders on every frame of a drag.');
});

/** Longer files, each with the reason why splitting would make it harder to read. */
const longFiles: Readonly<Record<string, string>> = {};

test('files stay small', () => {
  const limit = 250;
  const long = shipped
    .filter((file) => !file.path.endsWith('/all.ts') && file.text.split('\n').length - 1 > limit)
    .map((file) => file.path);
  expectNone(
    long.filter((path) => !(path in longFiles)),
    `Over ${limit} lines: look for the seam, or list the file with its reason in longFiles.`,
  );
  expectNone(
    Object.keys(longFiles).filter((path) => !long.includes(path)),
    'No longer long: take it off the list.',
  );
});

test('nothing is left half done', () => {
  const offences = sources.flatMap((file) => [
    ...file.comments
      .filter((comment) => /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)/.test(comment.value))
      .map(() => `${file.path}: a note of unfinished work`),
    ...(/^export \* from/m.test(file.text) ? [`${file.path}: export *`] : []),
    ...(file.isTest && /\b(test|it|describe)\.(skip|only|todo)\(/.test(file.text)
      ? [`${file.path}: a test skipped or singled out`]
      : []),
  ]);
  expectNone(offences, 'Finish it, name each export, and let every test run.');
});

test('a class is styled by one feature', () => {
  const homes = new Map<string, Set<string>>();
  for (const { path, text } of readStyles('src-renderer')) {
    const folder = path.split('/')[1]!;
    if (folder === 'ui' || folder === 'app') continue; // what all share, and the frame around them
    for (const [, name] of text.matchAll(/^\s*\.([\w-]+)\s*[,{]/gm))
      homes.set(name!, (homes.get(name!) ?? new Set()).add(folder));
  }
  expect(homes.size).toBeGreaterThan(100);
  expectNone(
    [...homes]
      .filter(([, folders]) => folders.size > 1)
      .map(([name, folders]) => `.${name} in ${[...folders].join(' and ')}`),
    'Styles are global: give the class a name of its feature, or move it to ui/.',
  );
});
