import { readdirSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { ChainruleError } from '../errors/fail.ts';
import { createRandom } from '../random/create-random.ts';
import { toLiteral } from '../tensor/parse-literal.ts';
import { type Shape, shapeText, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { pathExtent } from '../testing/path-extent.ts';
import { runOp, vjpOf } from '../testing/run-op.ts';
import type { Attributes, OpDefinition } from './define.ts';
import { ops } from './registry.ts';

const computing = ops.filter((op) => op.leaf === undefined);
const fileOf = (op: OpDefinition) => `${op.id.replaceAll('_', '-')}.ts`;
const isTensor = (value: unknown): value is Tensor =>
  typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Float64Array;

/** The defaults, then each of the settings the op asks to be tried. */
const settings = (op: OpDefinition): readonly Attributes[] => [{}, ...(op.testing.attrs ?? [])];

/** Every way the op is tried: settings, input shapes, and inputs drawn from its domain. Shapes that a setting refuses are left out. */
function trials(op: OpDefinition): { readonly attrs: Attributes; readonly x: readonly Tensor[] }[] {
  const { uniform, below } = createRandom(1, op.id);
  const { domain, classIndices, shapes } = op.testing;
  const draw = (shape: Shape, slot: number): Tensor => {
    const [low, high] = domain[Math.min(slot, domain.length - 1)]!;
    const classes = classIndices?.[slot];
    const one = () => (classes === undefined ? low + (high - low) * uniform() : below(classes));
    return { shape, data: Float64Array.from({ length: sizeOf(shape) }, one) };
  };
  return settings(op).flatMap((attrs) =>
    shapes.flatMap((each) => {
      const x = each.map(draw);
      return accepts(op, x, attrs) ? [{ attrs, x }] : [];
    }),
  );
}

function accepts(op: OpDefinition, x: readonly Tensor[], attrs: Attributes): boolean {
  try {
    runOp(op, x, attrs, { training: true, uniform: () => 0.5 });
    return true;
  } catch (error) {
    if (error instanceof ChainruleError) return false;
    throw error;
  }
}

describe('the folder of ops', () => {
  it('has one file an op, which the registry lists', () => {
    const defining = readdirSync(new URL('.', import.meta.url)).filter((file) => {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) return false;
      return /^ {2}(id|leaf): '/m.test(readFileSync(new URL(file, import.meta.url), 'utf8'));
    });
    expect(ops.map(fileOf).sort()).toEqual(defining.sort());
  });
});

describe.each(ops.map((op) => [op.id, op] as const))('%s', (_id, op) => {
  it('has words, a glyph and a source', () => {
    expect(Object.isFrozen(op)).toBe(true);
    expect(op.name).toMatch(/^[A-Z]/);
    expect(op.intuition.lead).toMatch(/^[A-Z][^.]*\.$/);
    expect(op.intuition.more).toMatch(/^[A-Z].*[^.]\.$/s);
    expect(op.source).toMatch(/https:\/\//);
    expect(new Set(op.aliases).size).toBe(op.aliases.length);
    expect(op.glyph).toMatch(/^[Mm]/);
    expect(pathExtent(op.glyph)).toEqual({ wellFormed: true, inside: true, draws: true });
  });

  it('accepts its own defaults, by its rules and by its published schema', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addSchema({ $id: 'root', $defs: { tensor: { type: ['number', 'array', 'object'] } } });
    for (const [key, rule] of Object.entries(op.attrs)) {
      expect(rule.description, key).toMatch(/^[A-Z].*\.$/);
      const validate = ajv.compile({
        ...rule.schema,
        ...('$ref' in rule.schema ? { $ref: `root${String(rule.schema['$ref'])}` } : {}),
      });
      const tried = settings(op).flatMap((attrs) => (attrs[key] === undefined ? [] : [attrs[key]]));
      const fallback = isTensor(rule.default) ? toLiteral(rule.default) : rule.default;
      for (const raw of fallback === undefined ? tried : [fallback, ...tried]) {
        expect(rule.read(raw, key), key).toEqual(raw === fallback ? rule.default : raw);
        expect(validate(raw), `${key}: ${JSON.stringify(raw)}`).toBe(true);
      }
      for (const wrong of [{ nonsense: 1 }, 'nonsense', Number.NaN]) {
        expect(() => rule.read(wrong, `nodes[0].attrs.${key}`), key).toThrow(`nodes[0].attrs.${key}`);
      }
    }
  });

  it('writes formulas that KaTeX accepts', () => {
    const check = (latex: string) =>
      katex.renderToString(latex, { throwOnError: true, strict: 'error', trust: false, displayMode: true });
    for (const symbols of [
      ['x', 't', 'w'],
      ['x_1', '\\alpha', "z'"],
      ['a + b', '-3', '\\frac{1}{2}'],
    ]) {
      for (const attrs of settings(op)) {
        const counts = 'atLeast' in op.slots.counts ? [2, 3] : op.slots.counts;
        for (const count of counts) {
          const x = symbols.slice(0, count);
          const read = readAll(op, attrs);
          check(op.latex.forward(x, read));
          for (let slot = 0; slot < count; slot++) check(op.latex.local(slot, x, 'y', read));
        }
      }
    }
  });
});

describe.each(computing.map((op) => [op.id, op] as const))('the derivative of %s', (_id, op) => {
  const tried = trials(op);

  it('is tried on some input', () => {
    expect(tried.length).toBeGreaterThan(0);
    expect(op.testing.shapes.length).toBeGreaterThan(0);
  });

  it('agrees with central differences in a random direction of the result, away from kinks', () => {
    const { uniform } = createRandom(2, op.id);
    for (const { attrs, x } of tried) {
      const mask = createRandom(3, op.id);
      const options = { training: true, uniform: mask.uniform };
      const call = runOp(op, x, attrs, options);
      const dy = Array.from(call.y.data, () => 2 * uniform() - 1);
      const near = new Set(op.kinks?.(call, 1e-4).map(({ slot, index }) => `${slot} ${index}`));
      x.forEach(({ data }, slot) => {
        const dx = vjpOf(op, call, slot, dy);
        if (op.testing.classIndices?.[slot] !== undefined) {
          expect(dx.every((each) => each === 0)).toBe(true);
          return;
        }
        dx.forEach((found, index) => {
          if (near.has(`${slot} ${index}`)) return;
          const own = data[index]!;
          const step = 1e-6 * Math.max(1, Math.abs(own));
          const along = (value: number) => {
            data[index] = value;
            op.forward(call);
            return call.y.data.reduce((sum, y, at) => sum + y * dy[at]!, 0);
          };
          const numeric = (along(own + step) - along(own - step)) / (own + step - (own - step));
          along(own);
          const error = Math.abs(found - numeric);
          const allowed = 1e-6 + 1e-5 * Math.abs(numeric);
          if (!(error <= allowed))
            expect({ attrs, slot, index, found }).toEqual({ attrs, slot, index, found: numeric });
        });
      });
    }
  });

  it('is the same whatever stood in the memory before', () => {
    for (const { attrs, x } of tried) {
      const call = runOp(op, x, attrs);
      const dy = Float64Array.from(call.y.data, (_, index) => 1 + index / 8);
      x.forEach((_, slot) => {
        const first = vjpOf(op, call, slot, dy);
        expect(first.every((each) => !Number.isNaN(each))).toBe(true);
        const dx = new Float64Array(first.length).fill(7);
        op.vjp(call, slot, dy, dx);
        expect([...dx]).toEqual(first);
      });
    }
  });

  it('leaves inputs and results as they are', () => {
    for (const { attrs, x } of tried) {
      const call = runOp(op, x, attrs);
      const before = [...x, call.y].map(({ data }) => [...data]);
      x.forEach((_, slot) => {
        vjpOf(op, call, slot);
        op.local?.(call, slot, new Float64Array(call.y.data.length));
      });
      op.kinks?.(call);
      expect([...x, call.y].map(({ data }) => [...data])).toEqual(before);
    }
  });
});

const elementwise = computing.filter((op) => op.local !== undefined);

describe.each(elementwise.map((op) => [op.id, op] as const))('the local derivative of %s', (_id, op) => {
  it('times what arrives is what is sent back, summed where the input was broadcast', () => {
    for (const { attrs, x } of trials(op)) {
      const call = runOp(op, x, attrs);
      const size = call.y.data.length;
      const dy = Float64Array.from({ length: size }, (_, index) => (index % 3) - 0.75);
      x.forEach(({ data, shape }, slot) => {
        const local = new Float64Array(size).fill(Number.NaN);
        op.local!(call, slot, local);
        const sent = vjpOf(op, call, slot, dy);
        const expected = new Array<number>(data.length).fill(0);
        for (let index = 0; index < size; index++)
          expected[sourceOf(shape, call.y.shape, index)]! += dy[index]! * local[index]!;
        const exact = data.length === size;
        sent.forEach((found, index) => {
          if (exact) expect(found + 0).toBe(expected[index]! + 0);
          else expect(found).toBeCloseTo(expected[index]!, 12);
        });
      });
    }
  });

  it('has a kink only where left and right slopes differ or are missing, and uses what it reports', () => {
    for (const { attrs, x } of trials(op)) {
      const call = runOp(op, x, attrs);
      for (const { slot, index, left, right, used } of op.kinks?.(call, 0.5) ?? []) {
        expect(index).toBeLessThan(x[slot]!.data.length);
        expect(left === right && left === used && Number.isFinite(left)).toBe(false);
      }
    }
  });

  it('names both shapes where they do not broadcast', () => {
    const count = 'atLeast' in op.slots.counts ? 2 : op.slots.counts[0]!;
    if (count < 2) return;
    const shapes = [[2, 3], [4]];
    expect(() => op.shape(shapes, readAll(op, {}))).toThrow(shapeText(shapes[0]!));
    expect(() => op.shape(shapes, readAll(op, {}))).toThrow(shapeText(shapes[1]!));
  });

  it('passes NaN on', () => {
    const count = 'atLeast' in op.slots.counts ? 2 : op.slots.counts[0]!;
    for (let slot = 0; slot < count; slot++) {
      const x = Array.from({ length: count }, (_, each) => ({
        shape: [1],
        data: Float64Array.of(each === slot ? Number.NaN : 0.5),
      }));
      expect(runOp(op, x).y.data[0], `slot ${slot}`).toBeNaN();
    }
  });
});

function readAll(op: OpDefinition, raw: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(op.attrs).map(([key, rule]) => [
      key,
      raw[key] === undefined ? rule.default : rule.read(raw[key], key),
    ]),
  );
}

/** Flat index into an input of shape `from` of the element broadcast onto element `index` of `to`, worked out axis by axis. */
function sourceOf(from: Shape, to: Shape, index: number): number {
  let rest = index;
  let source = 0;
  let stride = 1;
  for (let back = 1; back <= to.length; back++) {
    const length = to[to.length - back]!;
    const own = from[from.length - back] ?? 1;
    source += own === 1 ? 0 : (rest % length) * stride;
    rest = Math.floor(rest / length);
    stride *= own;
  }
  return source;
}
