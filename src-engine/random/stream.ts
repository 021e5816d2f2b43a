import { type Words, xoshiro128 } from './xoshiro128.ts';

/** Uniform draws from [0, 1), multiples of 2⁻⁵³. */
export type Uniform = () => number;

/**
 * The stream of a seed and a purpose. Streams of different purposes are independent of one another, so that one more
 * random node changes nothing elsewhere; the same seed and purpose give the same stream, from its beginning.
 */
export function stream(seed: number, purpose: string): Uniform {
  const mix = splitMix(hashText(purpose), seed);
  const words: Words = xoshiro128(mix() | 1, mix(), mix(), mix());
  return () => {
    const high = words() >>> 5;
    const low = words() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  };
}

/** FNV-1a of the UTF-16 code units. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads a hash and a seed (both halves of its 64 bits) over words that have little to do with one another. */
function splitMix(hash: number, seed: number): Words {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, seed);
  let state = scramble(hash ^ scramble(bits.getUint32(0) ^ scramble(bits.getUint32(4))));
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return scramble(state);
  };
}

/** The 32-bit finalizer of MurmurHash3: every bit in changes half the bits out. */
function scramble(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
