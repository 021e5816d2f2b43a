import type { Attributes, OpCall, OpDefinition } from '../ops/define.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

export interface RunOptions {
  readonly training?: boolean;
  /** Draws for the op's random part; it is not drawn when left out. */
  readonly uniform?: () => number;
}

export const tensor = (shape: Shape, data: Iterable<number>): Tensor => ({ shape, data: Float64Array.from(data) });

export const vector = (...data: readonly number[]): Tensor => tensor([data.length], data);

export const scalar = (value: number): Tensor => tensor([], [value]);

/** Rows of equal length. */
export const matrix = (...rows: readonly (readonly number[])[]): Tensor =>
  tensor([rows.length, rows[0]?.length ?? 0], rows.flat());

/** The op's settings as a document's reader makes them: its own rules, defaults where left out. */
function settingsOf<A>(op: OpDefinition<A>, raw: Attributes = {}): A {
  const rules: OpDefinition['attrs'] = op.attrs;
  const unknown = Object.keys(raw).find((key) => !Object.hasOwn(rules, key));
  if (unknown !== undefined) throw new Error(`${op.id} has no setting ${unknown}`);
  const entries = Object.entries(rules).map(([key, rule]) => [
    key,
    raw[key] === undefined ? rule.default : rule.read(raw[key], key),
  ]);
  return Object.fromEntries(entries) as A;
}

/** Binds the op to its inputs and runs it forward. */
export function runOp<A>(
  op: OpDefinition<A>,
  x: readonly Tensor[],
  raw: Attributes = {},
  { training = false, uniform }: RunOptions = {},
): OpCall<A> {
  const attrs = settingsOf(op, raw);
  const shapes = x.map(({ shape }) => shape);
  const shape = op.shape(shapes, attrs);
  const call: OpCall<A> = {
    attrs,
    x,
    y: { shape, data: new Float64Array(sizeOf(shape)) },
    scratch: new Float64Array(op.scratch?.(shapes, attrs) ?? 0),
    training,
  };
  if (uniform) op.prepare?.(call, uniform);
  op.forward(call);
  return call;
}

/** What the op sends back into a slot; ones arrive where no upstream gradient is given. */
export function vjpOf<A>(op: OpDefinition<A>, call: OpCall<A>, slot: number, dy?: Iterable<number>): number[] {
  const upstream = dy ? Float64Array.from(dy) : new Float64Array(call.y.data.length).fill(1);
  const dx = new Float64Array(call.x[slot]!.data.length).fill(Number.NaN); // whatever is not written shows
  op.vjp(call, slot, upstream, dx);
  return [...dx];
}
