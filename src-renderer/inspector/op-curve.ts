import type { Attributes, OpDefinition, Tensor } from '#engine';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

const scalar = (value: number): Tensor => ({ shape: [], data: Float64Array.of(value) });

/** An elementwise op as a function of one of its inputs, the others held at the numbers given. */
export function opCurve(op: OpDefinition, attrs: Attributes, inputs: readonly number[], slot: number) {
  const callAt = (at: readonly number[]) => {
    const x = inputs.map((value, index) =>
      index === slot ? { shape: [at.length], data: Float64Array.from(at) } : scalar(value),
    );
    const scratchSize = op.scratch?.(
      x.map(({ shape }) => shape),
      attrs,
    );
    const y = { shape: [at.length], data: new Float64Array(at.length) };
    return { attrs, x, y, scratch: new Float64Array(scratchSize ?? 0), training: false };
  };
  return {
    values(at: readonly number[]): readonly number[] {
      const call = callAt(at);
      op.forward(call);
      return [...call.y.data];
    },
    /** Derivative by the varied input. */
    slope(at: number): number {
      const call = callAt([at]);
      op.forward(call);
      const out = new Float64Array(1);
      op.local?.(call, slot, out);
      return out[0]!;
    },
  };
}

/** Whether the op has a curve: one number in, one number out, along one input. */
export function hasCurve(op: OpDefinition): boolean {
  return op.elementwise && op.local !== undefined && op.leaf === undefined;
}
