/**
 * Plain forms of the matrix products that forward and backward need. Each adds to its result; matrices are row-major
 * and start at the offset given. Sums run in index order, so the same numbers give the same bits everywhere.
 */

/** y += a · b; a // [m, k], b // [k, n], y // [m, n]. */
export function addProduct(
  [m, k, n]: readonly [number, number, number],
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  y: Float64Array,
  yStart: number,
): void {
  for (let row = 0; row < m; row++) {
    const yRow = yStart + row * n;
    for (let inner = 0; inner < k; inner++) {
      const factor = a[aStart + row * k + inner]!;
      const bRow = bStart + inner * n;
      for (let column = 0; column < n; column++) y[yRow + column]! += factor * b[bRow + column]!;
    }
  }
}

/** da += dy · bᵀ; dy // [m, n], b // [k, n], da // [m, k]. */
export function addProductByTransposed(
  [m, k, n]: readonly [number, number, number],
  dy: Float64Array,
  dyStart: number,
  b: Float64Array,
  bStart: number,
  da: Float64Array,
  daStart: number,
): void {
  for (let row = 0; row < m; row++) {
    const dyRow = dyStart + row * n;
    for (let inner = 0; inner < k; inner++) {
      const bRow = bStart + inner * n;
      let sum = 0;
      for (let column = 0; column < n; column++) sum += dy[dyRow + column]! * b[bRow + column]!;
      da[daStart + row * k + inner]! += sum;
    }
  }
}

/** db += aᵀ · dy; a // [m, k], dy // [m, n], db // [k, n]. */
export function addTransposedProduct(
  [m, k, n]: readonly [number, number, number],
  a: Float64Array,
  aStart: number,
  dy: Float64Array,
  dyStart: number,
  db: Float64Array,
  dbStart: number,
): void {
  for (let row = 0; row < m; row++) {
    const dyRow = dyStart + row * n;
    for (let inner = 0; inner < k; inner++) {
      const factor = a[aStart + row * k + inner]!;
      const dbRow = dbStart + inner * n;
      for (let column = 0; column < n; column++) db[dbRow + column]! += factor * dy[dyRow + column]!;
    }
  }
}
