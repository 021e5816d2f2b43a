import type { Tensor } from '../tensor/tensor.ts';
import type { Attributes, OpCall, OpDefinition } from './define.ts';

const scalar = (value: number): Tensor => ({ shape: [], data: Float64Array.of(value) });

/** An op bound to single numbers, its forward done. Throws what the op throws: `shape.*` where it wants tensors. */
export function callOnNumbers(op: OpDefinition, x: readonly number[], attrs: Attributes): OpCall<Attributes> {
  const shapes = x.map(() => []);
  const call: OpCall<Attributes> = {
    attrs,
    x: x.map(scalar),
    y: { shape: op.shape(shapes, attrs), data: new Float64Array(1) },
    scratch: new Float64Array(op.scratch?.(shapes, attrs) ?? 0),
    training: false,
  };
  op.forward(call);
  return call;
}

/** ∂y/∂x[slot] of a call on single numbers. */
export function slopeOfCall(op: OpDefinition, call: OpCall<Attributes>, slot: number): number {
  const out = new Float64Array(1);
  op.vjp(call, slot, Float64Array.of(1), out);
  return out[0]!;
}

/** The op's settings as written, read by its own rules; `null` where they cannot be read. */
export function readSettings(op: OpDefinition, raw: Attributes): Attributes | null {
  try {
    return Object.fromEntries(
      Object.entries(op.attrs).map(([key, rule]) => [
        key,
        Object.hasOwn(raw, key) ? rule.read(raw[key], key) : rule.default,
      ]),
    );
  } catch {
    return null;
  }
}
