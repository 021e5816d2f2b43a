import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const script = join(root, 'scripts', 'chainrule.mjs');
const folder = mkdtempSync(join(tmpdir(), 'chainrule-'));

const chainrule = (...args: string[]) => {
  const env = { ...process.env, npm_lifecycle_event: 'test' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 30,
  });
  return { status, stdout, stderr };
};

type Json = Record<string, unknown>;
const file = (name: string, content: unknown) => {
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
  );
  return name;
};
const document = (nodes: readonly Json[], more: Json = {}) => ({ format: 'chainrule', version: 1, nodes, ...more });
const a1 = () => [
  { id: 'w', op: 'parameter', attrs: { value: 3 } },
  { id: 'x', op: 'input', attrs: { value: 1 } },
  { id: 'p', op: 'mul', inputs: ['w', 'x'] },
  { id: 'one', op: 'constant', attrs: { value: 1 } },
  { id: 'd', op: 'sub', inputs: ['p', 'one'], group: 'g1' },
  { id: 'E', op: 'square', inputs: ['d'], group: 'g1' },
];
const groups = [{ id: 'g1', label: 'error', collapsed: true }];

beforeAll(() => {
  expect(chainrule('version').status).toBe(0); // builds
  file('a1.json', document(a1(), { groups, objective: 'E' }));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('chainrule eval', () => {
  it('--json prints one object, its keys in the order of the format page', () => {
    const { status, stdout, stderr } = chainrule('eval', 'a1.json', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const edge = (
      source: string,
      target: string,
      slot: number,
      value: number,
      local: number,
      upstream: number,
      accumulated: number,
    ) => ({
      source,
      target,
      slot,
      value,
      local,
      upstream,
      contribution: local * upstream,
      accumulated,
    });
    const node = (value: number, grad: number) => ({ value, grad });
    expect(stdout).toBe(
      `${JSON.stringify({
        objective: 'E',
        value: 4,
        order: ['w', 'x', 'p', 'one', 'd', 'E'],
        nodes: { w: node(3, 4), x: node(1, 12), p: node(3, 4), one: node(1, -4), d: node(2, 4), E: node(4, 1) },
        edges: [
          edge('w', 'p', 0, 3, 1, 4, 4),
          edge('x', 'p', 1, 1, 3, 4, 12),
          edge('p', 'd', 0, 3, 1, 4, 4),
          edge('one', 'd', 1, 1, -1, 4, -4),
          edge('d', 'E', 0, 2, 4, 1, 4),
        ],
        groups: {
          g1: {
            edges: [
              { source: 'p', target: 'd', slot: 0, local: 4 },
              { source: 'one', target: 'd', slot: 1, local: -4 },
            ],
          },
        },
      })}\n`,
    );
  });

  it('prints tables for people', () => {
    const { status, stdout } = chainrule('eval', 'a1.json');
    expect(status).toBe(0);
    expect(stdout).toContain('Objective E = 4\n6 nodes, 5 wires, 1 parameter\n');
    expect(stdout).toMatch(/^w {5}parameter {6}3 {9}4$/m);
    expect(stdout).toMatch(/^p → d\[0\] +3 +1 +4 +4 +4$/m);
    expect(stdout).toMatch(/^g1 +p → d\[0\] +4$/m);
  });

  it('--set puts other values into leaves, tensors too', () => {
    const { stdout } = chainrule('eval', 'a1.json', '--set', 'w=0', '--set', 'x=[1,2]', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ value: [1, 1], nodes: { w: { grad: -3 }, E: { grad: [0.5, 0.5] } } });
  });

  it('writes numbers without a JSON form as text, and says where it used a convention', () => {
    const nodes = [
      { id: 'z', op: 'input', attrs: { value: 0 } },
      { id: 'l', op: 'log', inputs: ['z'] },
      { id: 'r', op: 'relu', inputs: ['z'] },
      { id: 'm', op: 'mul', inputs: ['l', 'z'] },
      { id: 's', op: 'add', inputs: ['m', 'r'] },
    ];
    const { status, stdout } = chainrule('eval', file('kink.json', document(nodes)), '--json');
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as { nodes: Json; kinks: Json[] };
    expect(result.nodes).toMatchObject({ l: { value: '-Infinity' }, m: { value: 'NaN' } });
    expect(result.kinks).toContainEqual({ node: 'r', slot: 0, index: 0, left: 0, right: 1, used: 0 });
    expect(chainrule('eval', 'kink.json').stdout).toContain('By convention 0 is used.');
  });

  it('keeps a node named __proto__', () => {
    const nodes = [
      { id: '__proto__', op: 'input', attrs: { value: 2 } },
      { id: 'y', op: 'square', inputs: ['__proto__'] },
    ];
    const { stdout } = chainrule('eval', file('proto.json', JSON.stringify(document(nodes))), '--json');
    expect(stdout).toContain('"nodes":{"__proto__":{"value":2,"grad":4},"y":{"value":4,"grad":1}}');
  });
});

describe('chainrule check', () => {
  it('holds every gradient against central differences', () => {
    const { status, stdout } = chainrule('check', 'a1.json', '--json');
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { comparisons: Json[] };
    expect(report).toMatchObject({ ok: true, matched: 9, total: 9, skipped: 0 });
    expect(Object.keys(report)).toEqual(['ok', 'matched', 'total', 'skipped', 'worst', 'comparisons']);
    expect(report.comparisons).toContainEqual(expect.objectContaining({ node: 'w', analytic: 4, verdict: 'match' }));
    expect(report.comparisons).toContainEqual(expect.objectContaining({ target: 'p', slot: 1, analytic: 12 }));
    expect(chainrule('check', 'a1.json').stdout).toMatch(/^9 of 9 gradients match, worst \de-\d+$/m);
  });
});

describe('chainrule export', () => {
  it('writes to standard output or a file', () => {
    const { status, stdout } = chainrule('export', 'a1.json', '--to', 'dot');
    expect([status, stdout.startsWith('digraph "Untitled" {\n')]).toEqual([0, true]);
    expect(chainrule('export', 'a1.json', '--to', 'json', '--out', 'again.json')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const written = readFileSync(join(folder, 'again.json'), 'utf8');
    expect(chainrule('export', 'again.json', '--to', 'json').stdout).toBe(written);
    expect(chainrule('export', 'a1.json', '--to', 'latex').stdout).toContain('\\begin{align*}');
  });
});

describe('chainrule validate', () => {
  it('tells of each file whether it is valid, and every problem', () => {
    file(
      'broken.json',
      document([
        { id: 'a', op: 'frob' },
        { id: 'b', op: 'neg', inputs: ['nobody'] },
      ]),
    );
    file('unfinished.json', document([{ id: 'a', op: 'neg', inputs: [null] }]));
    const { status, stdout, stderr } = chainrule('validate', 'a1.json', 'broken.json', 'unfinished.json');
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toEqual([
      'a1.json: valid',
      'broken.json: nodes[0].op: There is no op "frob".',
      'broken.json: nodes[1].inputs[0]: There is no node "nobody" to read from.',
      'unfinished.json: nodes[0].inputs[0]: a (neg) has nothing in its slot x.',
    ]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    const json = chainrule('validate', 'broken.json', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      files: [{ file: 'broken.json', valid: false, problems: [{ path: 'nodes[0].op' }, {}] }],
    });
    expect(chainrule('validate', 'a1.json')).toEqual({ status: 0, stdout: 'a1.json: valid\n', stderr: '' });
  });
});

describe('what is wrong', () => {
  const square = (value: unknown) =>
    document([
      { id: 'x', op: 'input', attrs: { value } },
      { id: 'y', op: 'square', inputs: ['x'] },
    ]);

  it.each<[string, string, unknown]>([
    ['a missing file', 'missing.json: there is no such file.', undefined],
    [
      'text that is no JSON',
      'wrong.json: line 1, column 2: This file is not JSON: line 1, column 2: expected a key in double quotes or "}", found "x".',
      '{x}',
    ],
    ['UTF-16', 'wrong.json: This file is UTF-16; save it as UTF-8.', Buffer.from('\uFEFF{}', 'utf16le')],
    ['bytes that are no text', 'wrong.json: This file is not UTF-8 text.', Buffer.from([0x7b, 0xc3, 0x28])],
    [
      'a newer version',
      'wrong.json: version: This document has version 2; this release reads up to version 1.',
      { ...square(1), version: 2 },
    ],
    ['a value', 'wrong.json: nodes[0].attrs.value[1]: Expected a number, found the text "b".', square([1, 'b'])],
    [
      'an empty slot',
      'wrong.json: nodes[1].inputs[0]: y (square) has nothing in its slot x.',
      document([square(1).nodes[0]!, { id: 'y', op: 'square' }]),
    ],
    [
      'a cycle',
      'wrong.json: nodes[0].inputs: These nodes form a cycle: a → b → a.',
      document([
        { id: 'a', op: 'neg', inputs: ['b'] },
        { id: 'b', op: 'neg', inputs: ['a'] },
      ]),
    ],
    [
      'two ends',
      'wrong.json: objective: The graph ends in 2 nodes (y, z), and none is named as the objective.',
      document([...square(1).nodes, { id: 'z', op: 'neg', inputs: ['x'] }]),
    ],
  ])('in the data (%s) is status 1 and one line', (_, line, content) => {
    const name = content === undefined ? 'missing.json' : file('wrong.json', content);
    for (const command of ['eval', 'check'])
      expect(chainrule(command, name)).toEqual({ status: 1, stdout: '', stderr: `${line}\n` });
  });

  it('says that shapes do not fit, with both', () => {
    const nodes = [
      { id: 'a', op: 'input', attrs: { value: [1, 2] } },
      { id: 'b', op: 'input', attrs: { value: [1, 2, 3] } },
      { id: 'c', op: 'add', inputs: ['a', 'b'] },
    ];
    const { status, stderr } = chainrule('eval', file('shapes.json', document(nodes)));
    expect(status).toBe(1);
    expect(stderr).toBe('shapes.json: nodes[2]: add cannot broadcast [2] with [3].\n');
  });

  it.each([
    ['no command', [], 'A command is missing; commands are check, eval, export, train, validate.'],
    [
      'an unknown command',
      ['paint', 'a1.json'],
      'There is no command "paint"; commands are check, eval, export, train, validate, help, version.',
    ],
    ['no file', ['eval'], 'eval: needs a file (usage: chainrule eval FILE [--set ID=VALUE ...] [--json])'],
    [
      'two files',
      ['eval', 'a1.json', 'b.json'],
      'eval: takes one file, but got 2: a1.json, b.json (usage: chainrule eval FILE [--set ID=VALUE ...] [--json])',
    ],
    [
      'an unknown flag',
      ['check', 'a1.json', '--fast'],
      "check: unknown option '--fast' (usage: chainrule check FILE [--json])",
    ],
    ['no format', ['export', 'a1.json'], 'export: --to FORMAT is missing; formats are dot, json, latex, svg.'],
    [
      'an unknown format',
      ['export', 'a1.json', '--to', 'onnx'],
      'export: there is no format "onnx"; formats are dot, json, latex, svg.',
    ],
    [
      'a set without a value',
      ['eval', 'a1.json', '--set', 'w'],
      '--set w: Expected ID=VALUE, for example w=3 or x=[1,2].',
    ],
    [
      'a set that is no JSON',
      ['eval', 'a1.json', '--set', 'w=three'],
      '--set w=three: The value is not JSON; examples are 3, -0.5 and [[1,2],[3,4]].',
    ],
    [
      'a set that is no tensor',
      ['eval', 'a1.json', '--set', 'w=[[1],[2,3]]'],
      '--set w[1]: This row has 2 entries where its neighbours have 1.',
    ],
    ['a set of nobody', ['eval', 'a1.json', '--set', 'v=1'], '--set v: The document has no node "v".'],
    [
      'a set of a gate',
      ['eval', 'a1.json', '--set', 'p=1'],
      '--set p: only inputs, parameters and constants have a value to set; this is mul.',
    ],
    [
      'help of nobody',
      ['help', 'paint'],
      'There is no command "paint"; commands are check, eval, export, train, validate, help, version.',
    ],
  ])('on the command line (%s) is status 2 and one line', (_, args, line) => {
    expect(chainrule(...args)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });
});

describe('chainrule help and version', () => {
  it('say what there is', () => {
    const { status, stdout } = chainrule('help');
    expect(status).toBe(0);
    for (const name of ['eval', 'check', 'export', 'train', 'validate'])
      expect(stdout).toContain(`chainrule ${name} FILE`);
    expect(chainrule('eval', '--help').stdout).toBe(chainrule('help', 'eval').stdout);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(chainrule('--version').stdout).toBe(`${version}\n`);
  });
});

describe('large graphs', () => {
  const chain = (length: number) =>
    document([
      { id: 'n0', op: 'input', attrs: { value: 0.5 } },
      ...Array.from({ length: length - 1 }, (_, k) => ({
        id: `n${k + 1}`,
        op: k % 2 ? 'neg' : 'tanh',
        inputs: [`n${k}`],
      })),
    ]);

  it('of a hundred thousand nodes in one line are evaluated, validated and exported', () => {
    const name = file('chain.json', chain(100_000));
    const { status, stdout } = chainrule('eval', name, '--json');
    expect(status).toBe(0);
    const { order, nodes } = JSON.parse(stdout) as { order: string[]; nodes: Record<string, { grad: number }> };
    expect(order).toHaveLength(100_000);
    expect(Math.abs(nodes['n0']!.grad)).toBeGreaterThan(0);
    expect(chainrule('validate', name).stdout).toBe('chain.json: valid\n');
    expect(chainrule('export', name, '--to', 'dot').stdout.match(/->/g)).toHaveLength(99_999);
  }, 120_000);

  it('of three thousand nodes that fan out are evaluated and checked', () => {
    const nodes: Json[] = [{ id: 'n0', op: 'parameter', attrs: { value: 0.3 } }];
    for (let k = 1; k < 3000; k++)
      nodes.push(
        k % 3 === 0
          ? { id: `n${k}`, op: 'mul', inputs: [`n${k - 1}`, `n${k - 2}`] }
          : { id: `n${k}`, op: 'sin', inputs: [`n${Math.max(0, k - 2)}`] },
      );
    nodes.push({ id: 'E', op: 'add', inputs: ['n2997', 'n2998', 'n2999'] });
    const name = file('fan.json', document(nodes, { objective: 'E' }));
    expect(chainrule('eval', name).stdout).toContain('3001 nodes');
    const { status, stdout } = chainrule('check', name, '--json');
    expect([status, (JSON.parse(stdout) as Json)['ok']]).toEqual([0, true]);
  }, 120_000);

  it('beyond the limit are refused before they are built', () => {
    const { status, stderr } = chainrule('eval', file('huge.json', chain(200_001)));
    expect([status, stderr]).toEqual([
      1,
      'huge.json: nodes: This document has 200001 nodes; at most 200000 are read.\n',
    ]);
  }, 60_000);
});
