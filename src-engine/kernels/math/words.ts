const value = new Float64Array(1);
const words = new Int32Array(value.buffer);
value[0] = 1; // high word 0x3ff00000, low word 0
const high = words[1] === 0x3ff00000 ? 1 : 0;
const low = 1 - high;

/** Sign, exponent and the leading 20 bits of the mantissa, as a signed 32-bit integer. */
export function highWord(x: number): number {
  value[0] = x;
  return words[high]!;
}

/** The number with these two words. */
export function fromWords(highWord: number, lowWord: number): number {
  words[high] = highWord;
  words[low] = lowWord;
  return value[0]!;
}

export function withHighWord(x: number, highWord: number): number {
  value[0] = x;
  words[high] = highWord;
  return value[0]!;
}

/** x cut to its leading 21 significant bits, so that products of two such numbers are exact. */
export function leadingBits(x: number): number {
  value[0] = x;
  words[low] = 0;
  return value[0]!;
}

/** 2^k for k from −1022 to 1023. */
export function powerOfTwo(k: number): number {
  words[high] = (k + 1023) << 20;
  words[low] = 0;
  return value[0]!;
}
