import { describe, expect, it } from 'vitest';
import { emptyDocument } from './document.ts';
import { parseDocument } from './parse.ts';
import { serializeDocument } from './serialize.ts';

const read = (text: string) => {
  const { document, problems } = parseDocument(text);
  if (!document) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return document;
};

const CANONICAL = `{
  "format": "chainrule",
  "version": 1,
  "title": "Squared error of w·x",
  "description": "",
  "nodes": [
    { "id": "w", "op": "parameter", "label": "w", "attrs": { "value": 3 }, "position": { "x": 0, "y": -0.5 } },
    { "id": "x", "op": "input", "attrs": { "value": [[1, -0], [1e-7, 0.1]] } },
    { "id": "p", "op": "mul", "inputs": ["w", "x"] },
    { "id": "d", "op": "sub", "inputs": ["p", null], "group": "g1" }
  ],
  "groups": [
    { "id": "g1", "label": "error", "collapsed": true, "template": { "name": "dense", "units": 16 } }
  ],
  "objective": "d",
  "training": { "seed": 1, "optimizer": { "name": "sgd", "learningRate": 0.1 } },
  "extensions": { "other": { "__proto__": { "polluted": true }, "b": 1, "a": [null, "\\ud800", "\\u0000"] } }
}
`;

describe('a document written', () => {
  it('comes back byte for byte', () => {
    expect(serializeDocument(read(CANONICAL))).toBe(CANONICAL);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('has its keys in fixed order, whatever the order they were read in', () => {
    const shuffled = {
      nodes: [
        { position: { y: 2, x: 1 }, attrs: { value: 3 }, label: 'w', op: 'parameter', id: 'w' },
        { attrs: { max: 1, min: 0 }, inputs: ['w'], op: 'clamp', id: 'c' },
      ],
      description: 'd',
      version: 1,
      title: 't',
      format: 'chainrule',
    };
    const written = serializeDocument(read(JSON.stringify(shuffled)));
    expect(written.split('\n')).toEqual([
      '{',
      '  "format": "chainrule",',
      '  "version": 1,',
      '  "title": "t",',
      '  "description": "d",',
      '  "nodes": [',
      '    { "id": "w", "op": "parameter", "label": "w", "attrs": { "value": 3 }, "position": { "x": 1, "y": 2 } },',
      '    { "id": "c", "op": "clamp", "inputs": ["w"], "attrs": { "min": 0, "max": 1 } }',
      '  ]',
      '}',
      '',
    ]);
  });

  it('keeps every number: −0, the smallest, the largest', () => {
    const values = [-0, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 123456789012345680000, 1e21];
    const node = { id: 'x', op: 'input', attrs: { value: values }, inputs: [] };
    const again = read(serializeDocument({ ...emptyDocument, nodes: [node] }));
    expect(again.nodes[0]!.attrs['value']).toEqual(values);
  });

  it('packs more than ten thousand numbers in base64 of their own type', () => {
    const many = Array.from({ length: 10_001 }, (_, k) => k / 8);
    const write = (value: unknown) =>
      read(serializeDocument({ ...emptyDocument, nodes: [{ id: 'x', op: 'input', attrs: { value }, inputs: [] }] }));
    expect(write(many).nodes[0]!.attrs['value']).toMatchObject({ shape: [10_001], dtype: 'float64' });
    expect(write({ shape: [10_001], dtype: 'float32', data: many }).nodes[0]!.attrs['value']).toMatchObject({
      dtype: 'float32',
      data: expect.any(String),
    });
    expect(write(many.slice(1)).nodes[0]!.attrs['value']).toEqual(many.slice(1));
  });

  it('is never one that would be refused', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 5_000; level++) deep = [deep];
    const node = (value: unknown) => ({
      ...emptyDocument,
      nodes: [{ id: 'x', op: 'input', attrs: { value }, inputs: [] }],
    });
    expect(() => serializeDocument(node(Number.NaN))).toThrow('nodes[0].attrs.value: Numbers must be finite');
    expect(() => serializeDocument({ ...emptyDocument, extensions: { deep } })).toThrow('nests deeper than 40 levels');
  });

  it('breaks long histories into lines and short ones not', () => {
    const history = Array.from({ length: 5 }, (_, epoch) => ({
      epoch,
      train: { loss: 1 / (epoch + 1), accuracy: 0.5 },
    }));
    const written = serializeDocument({ ...emptyDocument, trained: { epochs: 5, history } });
    expect(written).toContain('\n      { "epoch": 4, "train": { "loss": 0.2, "accuracy": 0.5 } }\n    ]\n  }\n}\n');
    expect(serializeDocument(read(written))).toBe(written);
  });
});

describe('a document read', () => {
  it('passes over a byte order mark and any line ends', () => {
    expect(read(`\uFEFF${CANONICAL.replaceAll('\n', '\r\n')}`)).toEqual(read(CANONICAL));
  });

  it('may be unfinished: empty slots, shapes that do not fit, no single objective', () => {
    const nodes = [
      { id: 'a', op: 'input', attrs: { value: [1, 2] } },
      { id: 'b', op: 'input', attrs: { value: [1, 2, 3] } },
      { id: 'c', op: 'add', inputs: ['a', 'b'] },
      { id: 'd', op: 'mul', inputs: [null] },
      { id: 'e', op: 'sigmoid' },
    ];
    expect(read(JSON.stringify({ format: 'chainrule', version: 1, nodes })).nodes).toHaveLength(5);
  });

  it('takes ids that are names of built-in members', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const nodes = [
      ...ids.map((id) => ({ id, op: 'input', attrs: { value: 1 } })),
      { id: 's', op: 'add', inputs: ids, group: 'valueOf' },
    ];
    const document = read(JSON.stringify({ format: 'chainrule', version: 1, nodes, groups: [{ id: 'valueOf' }] }));
    expect(document.nodes.map(({ id }) => id)).toEqual([...ids, 's']);
    expect(serializeDocument(read(serializeDocument(document)))).toBe(serializeDocument(document));
  });
});
