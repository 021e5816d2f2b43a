const value = new Float64Array(1);
const bits = new BigInt64Array(value.buffer);

/** Position of x among all doubles in order; neighbours differ by 1, and ±0 share a place. */
function rank(x: number): bigint {
  value[0] = x;
  const raw = bits[0]!;
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
}

/** How many doubles lie between a and b; NaN counts as equal to NaN and infinitely far from everything else. */
export function ulps(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Doubles of both signs over every exponent, denser between 2^−8 and 2^10, with a spread of mantissas: the same each time. */
export function sweep(): number[] {
  const xs: number[] = [0, -0];
  let seed = 1;
  const next = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const add = (exponent: number, count: number) => {
    for (let draw = 0; draw < count; draw++) {
      const x = (1 + next() + next() / 2 ** 32) * 2 ** exponent;
      if (Number.isFinite(x)) xs.push(x, -x);
    }
  };
  for (let exponent = -1074; exponent <= 1023; exponent++) add(exponent, exponent >= -8 && exponent <= 10 ? 300 : 4);
  return xs;
}
