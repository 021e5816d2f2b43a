import type { Tensor } from '#engine';

/** A matrix of the tensor: its last two axes at one index of the others. */
interface GridSlice {
  /** Indices of the leading axes; empty for up to two axes. */
  readonly index: readonly number[];
  /** Numbers shown, row by row, with the flat index of each. */
  readonly rows: readonly (readonly { readonly flat: number; readonly value: number }[])[];
}

export interface Grid {
  readonly slices: readonly GridSlice[];
  readonly shown: number;
}

/** The numbers of a tensor as matrices, as far as `mostRows` rows of `mostColumns` numbers go. */
export function gridOf({ shape, data }: Tensor, mostRows: number, mostColumns: number): Grid {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const leading = shape.slice(0, -2);
  const slices: GridSlice[] = [];
  let rowsLeft = mostRows;
  let shown = 0;
  for (let slice = 0; rowsLeft > 0 && slice * rows * columns < data.length; slice++) {
    const kept = Math.min(rows, rowsLeft);
    rowsLeft -= kept;
    slices.push({
      index: indexOf(slice, leading),
      rows: Array.from({ length: kept }, (_, row) =>
        Array.from({ length: Math.min(columns, mostColumns) }, (_, column) => {
          const flat = (slice * rows + row) * columns + column;
          shown++;
          return { flat, value: data[flat]! };
        }),
      ),
    });
  }
  return { slices, shown };
}

/** Flat index → one index for each axis. */
export function indexOf(flat: number, shape: readonly number[]): readonly number[] {
  const index: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return index;
}
