import type { RunResult } from './result.ts';

/**
 * Sixteen hexadecimal digits over the bits of all a run's numbers: values and gradients in execution order, then local
 * derivatives and contributions. Two runs with the same fingerprint gave the same bits; every NaN counts as the same.
 * FNV-1a over 32-bit words, two lanes with different starts.
 */
export function fingerprint(run: RunResult): string {
  const scratch = new DataView(new ArrayBuffer(8));
  let a = 0x811c9dc5;
  let b = 0x2c1b3c6d;
  const word = (bits: number) => {
    a = Math.imul(a ^ bits, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ bits, 0x85ebca6b);
    b ^= b >>> 13;
  };
  const add = (data: Float64Array | undefined) => {
    word(data?.length ?? -1);
    for (const each of data ?? []) {
      scratch.setFloat64(0, each);
      word(Number.isNaN(each) ? 0x7ff80000 : scratch.getInt32(0));
      word(Number.isNaN(each) ? 0 : scratch.getInt32(4));
    }
  };
  for (const { id } of run.layout.nodes) {
    add(run.value(id)?.data);
    add(run.grad(id)?.data);
  }
  for (const { target, slot } of run.layout.edges) {
    const edge = run.edge(run.layout.nodes[target]!.id, slot);
    add(edge?.local?.data);
    add(edge?.contribution.data);
  }
  const hex = (bits: number) => (bits >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
