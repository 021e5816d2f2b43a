/** Sums this long or shorter are added one after the other. */
const block = 128;

/**
 * Σ term(i), start ≤ i < end, by halves: the rounding error grows with log n instead of n. The order of the additions
 * follows from the count alone, so the same numbers give the same bits everywhere.
 * Source: N. Higham, "The accuracy of floating point summation", SIAM J. Sci. Comput. 14 (1993).
 */
export function pairwiseSum(start: number, end: number, term: (index: number) => number): number {
  if (end - start <= block) {
    let sum = 0;
    for (let index = start; index < end; index++) sum += term(index);
    return sum;
  }
  const middle = start + ((end - start) >> 1);
  return pairwiseSum(start, middle, term) + pairwiseSum(middle, end, term);
}
