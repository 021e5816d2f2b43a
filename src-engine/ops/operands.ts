import { pairwiseSum } from '../kernels/sum.ts';
import { broadcastOffsets, sumToShape } from '../tensor/broadcast.ts';
import { memo } from '../tensor/memo.ts';
import type { Kink, OpCall } from './define.ts';

/** Where each element of y finds its element of a broadcast input: at index · step, or through a table. */
export interface Reach {
  readonly step: 0 | 1;
  readonly offsets: Int32Array | null;
}

const same: Reach = { step: 1, offsets: null };
const single: Reach = { step: 0, offsets: null };

/** Kept per call, and only for inputs that need a table. */
const tables = memo(({ x, y }: OpCall<unknown>): readonly Reach[] =>
  x.map(({ shape }) => ({ step: 0, offsets: broadcastOffsets(shape, y.shape) })),
);

export function reach(call: OpCall<unknown>, slot: number): Reach {
  const size = call.x[slot]!.data.length;
  if (size === call.y.data.length) return same;
  return size === 1 ? single : tables(call)[slot]!;
}

/** Flat index into the input of the element that y's element `index` is made from. */
export function at({ step, offsets }: Reach, index: number): number {
  return offsets === null ? index * step : offsets[index]!;
}

/** Whether nothing is broadcast, so that y's indices are the input's. */
export function isSame(where: Reach): boolean {
  return where === same;
}

/** Sums `values` (one per element of y) over what was broadcast. `dx` is overwritten. */
export function sumBack(values: Float64Array, where: Reach, dx: Float64Array): void {
  if (where.offsets === null && where.step === 0) {
    dx[0] = pairwiseSum(0, values.length, (index) => values[index]!);
    return;
  }
  sumToShape(values, where.offsets, dx);
}

/** Asks every input element once, with one of the elements of y it is part of. */
export function findKinks(
  call: OpCall<unknown>,
  find: (slot: number, index: number) => Omit<Kink, 'slot' | 'index'> | null,
): Kink[] {
  const kinks: Kink[] = [];
  call.x.forEach(({ data }, slot) => {
    const where = reach(call, slot);
    const asked = new Uint8Array(data.length);
    for (let index = 0; index < call.y.data.length; index++) {
      const input = at(where, index);
      if (asked[input]) continue;
      const found = find(slot, index);
      if (!found) continue;
      asked[input] = 1;
      kinks.push({ slot, index: input, ...found });
    }
  });
  return kinks;
}
