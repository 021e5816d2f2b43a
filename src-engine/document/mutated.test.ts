import { expect, it } from 'vitest';
import { stream } from '../random/stream.ts';
import { parseDocument } from './parse.ts';
import { serializeDocument } from './serialize.ts';

type Json = Record<string, unknown>;

const uniform = stream(1, 'mutated documents');
const below = (bound: number) => Math.floor(uniform() * bound);
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'w',
  'n1',
  '',
  'a b',
  '\u0000',
  '\ud800',
  '\u202e',
  '<script>',
];
const OPS = [
  'add',
  'mul',
  'sub',
  'neg',
  'square',
  'sigmoid',
  'maximum',
  'softmax',
  'matmul',
  'mse_loss',
  'reshape',
  'cat',
  'clamp',
  'layer_norm',
];

function literal(depth = 0): unknown {
  switch (below(depth > 3 ? 2 : 5)) {
    case 0:
      return below(100) - 50;
    case 1:
      return uniform() * 10 ** (below(40) - 20);
    case 2:
      return Array.from({ length: 1 + below(3) }, () => literal(depth + 1));
    case 3:
      return { shape: [2], data: [1, below(9)] };
    default:
      return { shape: [1], dtype: 'float32', data: 'AACAPw==' };
  }
}

/** A document that is sound more often than not. */
function generated(): Json {
  const nodes: Json[] = Array.from({ length: 1 + below(4) }, (_, k) => ({
    id: `n${k}`,
    op: pick(['input', 'parameter', 'constant']),
    attrs: { value: below(9) < 8 ? below(20) / 4 : literal() },
  }));
  for (let more = below(8); more > 0; more--) {
    const inputs = Array.from({ length: pick([1, 2, 2, 3]) }, () =>
      below(12) === 0 ? null : `n${below(nodes.length)}`,
    );
    nodes.push({
      id: `n${nodes.length}`,
      op:
        inputs.length === 1
          ? pick(['neg', 'square', 'sigmoid', 'sum'])
          : inputs.length === 2
            ? pick(OPS.slice(0, 3))
            : 'add',
      inputs,
      ...(below(3) === 0
        ? { label: pick(['x', 'σ(z)', '<b>', '\u202e']), position: { x: below(900), y: below(900) } }
        : {}),
      ...(below(4) === 0 ? { group: 'g' } : {}),
    });
  }
  return {
    format: 'chainrule',
    version: 1,
    title: 'Generated',
    nodes,
    groups: [{ id: 'g', collapsed: below(2) === 0, template: { name: 'dense', units: below(9) } }],
    ...(below(2) === 0 ? { objective: `n${nodes.length - 1}` } : {}),
    ...(below(4) === 0 ? { extensions: { other: { list: [1, 'two', null] } } } : {}),
    ...(below(4) === 0 ? { training: { epochs: below(9), optimizer: { name: 'adam', learningRate: 0.1 } } } : {}),
  };
}

const anything = (): unknown =>
  pick<() => unknown>([
    () => null,
    () => true,
    () => pick(HOSTILE),
    () => pick(OPS),
    () => `n${below(12)}`,
    () => literal(),
    () => [],
    () => ({}),
    () => [null, `n${below(9)}`],
    () => 1e308 * 10 ** below(2),
  ])();

/** Puts something else somewhere, adds or removes a member. */
function disturbed(document: Json): Json {
  let at: Json | unknown[] = document;
  for (let steps = below(6); steps > 0; steps--) {
    const children = Object.values(at).filter((value) => typeof value === 'object' && value !== null);
    if (children.length === 0) break;
    at = pick(children) as Json | unknown[];
  }
  const keys = Object.keys(at);
  const key = below(4) === 0 || keys.length === 0 ? pick(HOSTILE) : pick(keys);
  if (Array.isArray(at)) {
    if (below(3) === 0) at.splice(below(at.length + 1), 1);
    else at.splice(below(at.length + 1), below(2), anything());
  } else if (below(3) === 0) delete at[key];
  else Object.defineProperty(at, key, { value: anything(), enumerable: true, configurable: true, writable: true });
  return document;
}

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '1e999',
  '-',
  '\\',
  'null',
  '\u0000',
  '\ud800',
  'n0',
  '__proto__',
  '0',
];

function scratched(text: string): string {
  let result = text;
  for (let times = 1 + below(2); times > 0; times--) {
    const at = below(result.length + 1);
    result = result.slice(0, at) + (below(3) === 0 ? '' : pick(PIECES)) + result.slice(at + below(3));
  }
  return result;
}

it('is read whole or refused with a path, ten thousand times over', () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype).join();
  let accepted = 0;
  for (let run = 0; run < 10_000; run++) {
    const base = generated();
    const kind = below(4);
    const text =
      kind === 0
        ? JSON.stringify(base)
        : kind === 3
          ? scratched(JSON.stringify(base))
          : JSON.stringify(disturbed(base));
    const result = parseDocument(text);
    if (result.document) {
      accepted++;
      const written = serializeDocument(result.document);
      const again = parseDocument(written);
      expect(again.problems, written).toBeUndefined();
      expect(serializeDocument(again.document!)).toBe(written);
    } else {
      expect(result.problems.length).toBeGreaterThan(0);
      for (const { path, message, code } of result.problems) {
        if (!path || message.length > 2000 || code === 'engine.internal')
          throw new Error(`${text}\n${path}: ${message}`);
      }
    }
  }
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype);
  expect(({} as Json)['polluted']).toBeUndefined();
  expect(accepted).toBeGreaterThan(3_000);
  expect(accepted).toBeLessThan(9_000);
});
