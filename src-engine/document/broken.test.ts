import { describe, expect, it } from 'vitest';
import { parseDocument, WINDOW_LIMITS } from './parse.ts';

type Json = Record<string, unknown>;

/** (w·x − 1)², fresh each time. */
const sound = () => ({
  format: 'chainrule' as unknown,
  version: 1 as unknown,
  title: 'Sound' as unknown,
  nodes: [
    { id: 'w', op: 'parameter', attrs: { value: 3 } },
    { id: 'x', op: 'input', attrs: { value: 1 } },
    { id: 'p', op: 'mul', inputs: ['w', 'x'] },
    { id: 'one', op: 'constant', attrs: { value: 1 } },
    { id: 'd', op: 'sub', inputs: ['p', 'one'], group: 'g' },
    { id: 'E', op: 'square', inputs: ['d'], group: 'g' },
  ] as Json[],
  groups: [{ id: 'g', label: 'error' }] as Json[],
  objective: 'E' as unknown,
});

type Draft = ReturnType<typeof sound> & Json;

const told = (text: string) => parseDocument(text).problems?.map(({ path, message }) => `${path}: ${message}`);
const changed = (change: (draft: Draft) => void) => {
  const draft: Draft = sound();
  change(draft);
  return JSON.stringify(draft);
};
const node = (index: number, members: Json) => changed(({ nodes }) => Object.assign(nodes[index]!, members));
const added = (members: Json) => changed(({ nodes }) => nodes.push({ op: 'input', attrs: { value: 1 }, ...members }));
const training = (value: unknown) => changed((draft) => Object.assign(draft, { training: value }));
const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const unknownKeys = (...known: string[]) => `is not a key known here; known are ${known.join(', ')}.`;
const NODE_KEYS = unknownKeys('id', 'op', 'label', 'inputs', 'attrs', 'position', 'group');

/** What is wrong, the text, and every problem told. */
const corpus: readonly (readonly [string, string, ...string[]])[] = [
  // Text
  [
    'no text',
    '',
    'line 1, column 1: This file is not JSON: line 1, column 1: the file ends where a value should stand.',
  ],
  ['words', 'hello', 'line 1, column 1: This file is not JSON: line 1, column 1: expected a value, found "h".'],
  [
    'a trailing comma',
    '{\n"a": 1,\n}',
    'line 3, column 1: This file is not JSON: line 3, column 1: expected a key in double quotes, found "}".',
  ],
  [
    'NaN as a word',
    '{"a": NaN}',
    'line 1, column 7: This file is not JSON: line 1, column 7: expected a value, found "N".',
  ],
  [
    'a file cut short',
    changed(() => {}).slice(0, 100),
    'line 1, column 96: This file is not JSON: line 1, column 96: this text has no closing quote.',
  ],
  [
    'UTF-16 read as UTF-8',
    '\uFFFD\uFFFD{\u0000"\u0000',
    'line 1, column 1: This file is not JSON: line 1, column 1: expected a value, found the character U+FFFD.',
  ],
  ['a list', '[]', 'document: Expected an object, found a list.'],
  ['null', 'null', 'document: Expected an object, found null.'],
  ['a text', '"chainrule"', 'document: Expected an object, found the text "chainrule".'],
  // Header
  ['no format', '{}', 'format: "format" must be "chainrule", but it is nothing.'],
  [
    'another format',
    '{"format":"onnx","version":1,"nodes":[]}',
    'format: "format" must be "chainrule", but it is the text "onnx".',
  ],
  [
    'no version',
    '{"format":"chainrule","nodes":[]}',
    'version: "version" must be a whole number from 1 on, but it is nothing.',
  ],
  [
    'a version in words',
    changed((d) => (d.version = '1')),
    'version: "version" must be a whole number from 1 on, but it is the text "1".',
  ],
  [
    'half a version',
    changed((d) => (d.version = 1.5)),
    'version: "version" must be a whole number from 1 on, but it is the number 1.5.',
  ],
  [
    'version 0',
    changed((d) => (d.version = 0)),
    'version: "version" must be a whole number from 1 on, but it is the number 0.',
  ],
  [
    'a newer version',
    changed((d) => (d.version = 7)),
    'version: This document has version 7; this release reads up to version 1.',
  ],
  ['no nodes', '{"format":"chainrule","version":1}', 'document: "nodes" is missing.'],
  // Keys
  [
    'an unknown key',
    changed((d) => Object.assign(d, { author: 'me' })),
    `author: "author" ${unknownKeys('format', 'version', 'title', 'description', 'nodes', 'groups', 'objective', 'training', 'trained', 'extensions')}`,
  ],
  ['an unknown key of a node', node(2, { colour: 'red' }), `nodes[2].colour: "colour" ${NODE_KEYS}`],
  ['a hostile key', node(2, { 'a\nb"\u202e': 1 }), `nodes[2]["a\\nb\\"\\u202e"]: "a\\nb\\"\\u202e" ${NODE_KEYS}`],
  [
    '__proto__ as a key',
    changed(() => {}).replace('"id":"w"', '"__proto__":{"polluted":true},"id":"w"'),
    `nodes[0].__proto__: "__proto__" ${NODE_KEYS}`,
  ],
  [
    'an unknown setting',
    node(5, { attrs: { exponent: 2 } }),
    'nodes[5].attrs.exponent: "exponent" is not a key known here; none is.',
  ],
  [
    'a misspelt setting',
    node(5, { op: 'leaky_relu', attrs: { slope: 2 } }),
    'nodes[5].attrs.slope: "slope" is not a key known here; known are negative_slope.',
  ],
  [
    'an unknown key of a position',
    node(0, { position: { x: 1, y: 2, z: 3 } }),
    'nodes[0].position.z: "z" is not a key known here; known are x, y.',
  ],
  // Types
  ['a title that is a number', changed((d) => (d.title = 3)), 'title: Expected a text, found the number 3.'],
  [
    'nodes that are an object',
    changed((d) => Object.assign(d, { nodes: {} })),
    'nodes: Expected a list, found an object.',
  ],
  [
    'a node that is a text',
    changed(({ nodes }) => nodes.push('x' as never)),
    'nodes[6]: Expected an object, found the text "x".',
  ],
  [
    'a node without id and op',
    changed(({ nodes }) => nodes.push({})),
    'nodes[6]: "id" is missing.',
    'nodes[6]: "op" is missing.',
  ],
  ['a label that is a list', node(0, { label: [] }), 'nodes[0].label: Expected a text, found a list.'],
  ['a null label', node(0, { label: null }), 'nodes[0].label: Expected a text, found null.'],
  ['attrs that are a list', node(0, { attrs: [] }), 'nodes[0].attrs: Expected an object, found a list.'],
  ['inputs that are a text', node(2, { inputs: 'w' }), 'nodes[2].inputs: Expected a list, found the text "w".'],
  [
    'an input that is a number',
    node(2, { inputs: ['w', 1] }),
    'nodes[2].inputs[1]: Expected an id, found the number 1.',
  ],
  ['a position without y', node(0, { position: { x: 1 } }), 'nodes[0].position: "y" is missing.'],
  [
    'a position in words',
    node(0, { position: { x: '1', y: 2 } }),
    'nodes[0].position.x: Expected a number, found the text "1".',
  ],
  [
    'an infinite position',
    node(0, { position: { x: 1, y: 2 } }).replace('"y":2', '"y":1e999'),
    'nodes[0].position.y: Numbers must be finite, but this one is Infinity.',
  ],
  ['an objective that is null', changed((d) => (d.objective = null)), 'objective: Expected an id, found null.'],
  [
    'extensions that are a list',
    changed((d) => Object.assign(d, { extensions: [] })),
    'extensions: Expected an object, found a list.',
  ],
  [
    'an infinite number in extensions',
    changed((d) => Object.assign(d, { extensions: { mine: { list: [1, 2] } } })).replace('[1,2]', '[1,1e999]'),
    'extensions.mine.list[1]: Numbers must be finite, but this one is Infinity.',
  ],
  // Ids
  [
    'an empty id',
    added({ id: '' }),
    'nodes[6].id: "" is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.',
  ],
  [
    'an id with a space',
    added({ id: 'my node' }),
    'nodes[6].id: "my node" is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.',
  ],
  [
    'an id with a colon',
    added({ id: 'a:0' }),
    'nodes[6].id: "a:0" is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.',
  ],
  [
    'an id of 129 letters',
    added({ id: 'a'.repeat(129) }),
    `nodes[6].id: "${'a'.repeat(40)}…" is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.`,
  ],
  [
    'an id with markup',
    added({ id: '<img src=x onerror=alert(1)>' }),
    'nodes[6].id: "<img src=x onerror=alert(1)>" is not a valid id: a letter or underscore first, then letters, digits, "_", "." and "-", 128 at most.',
  ],
  [
    'an id twice',
    node(1, { id: 'w' }),
    'nodes[1].id: The id "w" is already taken by nodes[0].',
    'nodes[2].inputs[1]: There is no node "x" to read from.',
  ],
  [
    'a group’s id twice',
    changed(({ groups }) => groups.push({ id: 'g' })),
    'groups[1].id: The id "g" is already taken by groups[0].',
  ],
  [
    'a group named like a node',
    changed(({ groups }) => groups.push({ id: 'w' })),
    'groups[1].id: The id "w" is already taken by nodes[0].',
  ],
  // Ops and slots
  ['a misspelt op', node(5, { op: 'sqare' }), 'nodes[5].op: There is no op "sqare"; did you mean "square"?'],
  ['an op nobody knows', node(5, { op: 'frobnicate' }), 'nodes[5].op: There is no op "frobnicate".'],
  ['an op named constructor', node(5, { op: 'constructor' }), 'nodes[5].op: There is no op "constructor".'],
  ['an op with capitals', node(5, { op: 'ReLU' }), 'nodes[5].op: There is no op "ReLU"; did you mean "relu"?'],
  ['an op that is markup', node(5, { op: '<b>\n' }), 'nodes[5].op: There is no op "<b>\\n".'],
  [
    'an input that does not exist',
    node(2, { inputs: ['w', 'y'] }),
    'nodes[2].inputs[1]: There is no node "y" to read from.',
  ],
  [
    'an input named toString',
    node(2, { inputs: ['w', 'toString'] }),
    'nodes[2].inputs[1]: There is no node "toString" to read from.',
  ],
  ['a surplus slot', node(5, { inputs: ['d', 'w'] }), 'nodes[5].inputs[1]: E (square) takes 1 input, but has 2.'],
  ['a leaf with an input', node(0, { inputs: ['x'] }), 'nodes[0].inputs[0]: w (parameter) takes no inputs, but has 1.'],
  ['a node wired to itself', node(2, { inputs: ['w', 'p'] }), 'nodes[2].inputs: These nodes form a cycle: p → p.'],
  ['a cycle of two', node(2, { inputs: ['w', 'd'] }), 'nodes[2].inputs: These nodes form a cycle: p → d → p.'],
  // Values
  [
    'a value that is a text',
    node(0, { attrs: { value: '3' } }),
    'nodes[0].attrs.value: Expected a number, a list or a tensor, found the text "3".',
  ],
  [
    'a null value',
    node(0, { attrs: { value: null } }),
    'nodes[0].attrs.value: Expected a number, a list or a tensor, found null.',
  ],
  [
    'an infinite value',
    node(0, { attrs: { value: 0.5 } }).replace('0.5', '-1e400'),
    'nodes[0].attrs.value: Numbers must be finite, but this one is -Infinity.',
  ],
  [
    'an infinite element',
    node(0, { attrs: { value: [1, 2, 0.5] } }).replace('0.5', '1e400'),
    'nodes[0].attrs.value[2]: Numbers must be finite, but this one is Infinity.',
  ],
  [
    'a ragged value',
    node(0, { attrs: { value: [[1, 2], [3]] } }),
    'nodes[0].attrs.value[1]: This row has 1 entries where its neighbours have 2.',
  ],
  [
    'an empty value',
    node(0, { attrs: { value: [] } }),
    'nodes[0].attrs.value: This list is empty; every axis has at least one number.',
  ],
  [
    'data that does not fill its shape',
    node(0, { attrs: { value: { shape: [2, 2], data: [1, 2, 3] } } }),
    'nodes[0].attrs.value.data: Shape [2, 2] needs 4 numbers, but "data" has 3.',
  ],
  [
    'data that is not base64',
    node(0, { attrs: { value: { shape: [1], data: '!!!!' } } }),
    'nodes[0].attrs.value.data: This text is not base64.',
  ],
  [
    'a shape far too large',
    node(0, { attrs: { value: { shape: [100000, 100000], data: '' } } }),
    'nodes[0].attrs.value.shape: This document has 10000000000 numbers in one tensor; at most 16777216 are read.',
  ],
  [
    'a setting of the wrong type',
    node(5, { op: 'leaky_relu', attrs: { negative_slope: '0.1' } }),
    'nodes[5].attrs.negative_slope: Expected a number, found the text "0.1".',
  ],
  [
    'a loss with an unknown reduction',
    node(4, { op: 'mse_loss', attrs: { reduction: 'none' } }),
    'nodes[4].attrs.reduction: the text "none" is not allowed here; allowed are mean, sum.',
  ],
  // Depth
  [
    'a value nested too deeply for a tensor',
    node(0, { attrs: { value: 0.5 } }).replace('0.5', nested(34)),
    'nodes[0].attrs.value: This document nests deeper than 32 levels.',
  ],
  [
    'a value nested too deeply for a document',
    node(0, { attrs: { value: 0.5 } }).replace('0.5', nested(60)),
    'nodes[0].attrs.value: This document nests deeper than 40 levels.',
  ],
  ['a million lists', nested(1_000_000), 'document[0][0][0][0]: This document nests deeper than 40 levels.'],
  // Groups and objective
  ['a group that does not exist', node(4, { group: 'h' }), 'nodes[4].group: There is no group "h".'],
  [
    'a group inside itself',
    changed(({ groups }) => Object.assign(groups[0]!, { group: 'g' })),
    'groups[0].group: These groups contain one another: g → g.',
  ],
  [
    'groups inside one another',
    changed(({ groups }) => {
      Object.assign(groups[0]!, { group: 'h' });
      groups.push({ id: 'h', group: 'g' });
    }),
    'groups[0].group: These groups contain one another: g → h → g.',
  ],
  [
    'a template without a name',
    changed(({ groups }) => Object.assign(groups[0]!, { template: { units: 3 } })),
    'groups[0].template: "name" is missing.',
  ],
  [
    'a group collapsed in words',
    changed(({ groups }) => Object.assign(groups[0]!, { collapsed: 'yes' })),
    'groups[0].collapsed: Expected true or false, found the text "yes".',
  ],
  [
    'an objective that does not exist',
    changed((d) => (d.objective = 'L')),
    'objective: The objective "L" is not a node of this document.',
  ],
  // Training
  [
    'an unknown optimizer',
    training({ optimizer: { name: 'lion', learningRate: 1 } }),
    'training.optimizer.name: the text "lion" is not allowed here; allowed are "sgd", "adagrad", "rmsprop", "adam", "adamw".',
  ],
  [
    'a key of another optimizer',
    training({ optimizer: { name: 'sgd', beta1: 0.9 } }),
    `training.optimizer.beta1: "beta1" ${unknownKeys('name', 'learningRate', 'momentum', 'nesterov')}`,
  ],
  [
    'a negative learning rate',
    training({ optimizer: { name: 'sgd', learningRate: -1 } }),
    'training.optimizer.learningRate: -1 is out of range: it must be a number from 0 on.',
  ],
  [
    'a batch of half a sample',
    training({ batchSize: 0.5 }),
    'training.batchSize: 0.5 is out of range: it must be a whole number from 1 on.',
  ],
  [
    'a share above one',
    training({ split: { train: 80 } }),
    'training.split.train: 80 is out of range: it must be a number from 0 to 1.',
  ],
  ['a bound of zero', training({ clipNorm: 0 }), 'training.clipNorm: 0 is out of range: it must be a number above 0.'],
  [
    'a binding in other words',
    training({ bindings: { x: 'labels' } }),
    'training.bindings.x: the text "labels" is not allowed here; allowed are "features", "targets".',
  ],
  [
    'a csv without a path',
    training({ dataset: { name: 'csv', features: ['a'], target: 'b' } }),
    'training.dataset: "path" is missing.',
  ],
  [
    'ragged inline data',
    training({ dataset: { name: 'inline', features: [[1, 2], [3]], targets: [1, 0] } }),
    'training.dataset.features[1]: This row has 1 entries where its neighbours have 2.',
  ],
  [
    'a history without epochs',
    changed((d) => Object.assign(d, { trained: { history: [{ train: { loss: 1 } }] } })),
    'trained.history[0]: "epoch" is missing.',
  ],
];

describe('a broken document', () => {
  it('comes in at least 60 kinds', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(told(changed(() => {}))).toBeUndefined();
  });

  it.each(corpus)('with %s is refused', (_, text, ...problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('tells everything in document order, whichever pass finds it', () => {
    const text = changed((draft) => {
      Object.assign(draft.nodes[0]!, { op: 'paramter' });
      Object.assign(draft.nodes[1]!, { colour: 1 });
      Object.assign(draft.nodes[2]!, { inputs: ['w', 'nobody'] });
      Object.assign(draft.nodes[5]!, { label: 5 });
      draft.objective = 'nobody';
    });
    expect(parseDocument(text).problems!.map(({ path }) => path)).toEqual([
      'nodes[0].op',
      'nodes[1].colour',
      'nodes[2].inputs[1]',
      'nodes[5].label',
      'objective',
    ]);
  });

  it('is refused for its size before anything else is looked at', () => {
    const limits = { ...WINDOW_LIMITS, nodes: 5 };
    const [problem] = parseDocument(
      changed(() => {}),
      limits,
    ).problems!;
    expect(`${problem!.path}: ${problem!.message}`).toBe('nodes: This document has 6 nodes; at most 5 are read.');
    const [long] = parseDocument(' '.repeat(101), { characters: 100, nodes: 5 }).problems!;
    expect(`${long!.path}: ${long!.message}`).toBe('document: This document has 101 characters; at most 100 are read.');
  });

  it('names a cycle of ten thousand nodes and a hundred thousand equal ids in good time', () => {
    const ring = Array.from({ length: 10_000 }, (_, k) => ({
      id: `n${k}`,
      op: 'neg',
      inputs: [`n${(k + 9_999) % 10_000}`],
    }));
    const [cycle, ...more] = parseDocument(JSON.stringify({ format: 'chainrule', version: 1, nodes: ring })).problems!;
    expect(more).toEqual([]);
    expect(cycle!.facts['ids']).toHaveLength(10_000);
    const same = Array.from({ length: 100_000 }, () => ({ id: 'n', op: 'input', attrs: { value: 1 } }));
    const text = JSON.stringify({ format: 'chainrule', version: 1, nodes: same });
    expect(parseDocument(text).problems![0]!.message).toBe('This document has 100000 nodes; at most 20000 are read.');
    const limits = { characters: 1e8, nodes: 1e6 };
    expect(parseDocument(text, limits).problems).toHaveLength(99_999);
  });
});
