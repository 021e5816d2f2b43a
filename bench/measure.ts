import type { BenchRow } from './define.ts';

export interface Contender {
  readonly name: string;
  /** One repetition of the work; what it returns is kept, so that the work cannot be optimised away. */
  work(): unknown;
}

/** What the work returned last; written so that the work cannot be optimised away. */
const kept: { result: unknown } = { result: undefined };

/** Milliseconds of one repetition of the work, averaged over a batch long enough for the clock. */
function timeBatch(work: () => unknown, repetitions: number): number {
  const start = performance.now();
  for (let index = 0; index < repetitions; index++) kept.result = work();
  return (performance.now() - start) / repetitions;
}

function repetitionsFor(work: () => unknown, batchMs: number): number {
  let repetitions = 1;
  while (timeBatch(work, repetitions) * repetitions < batchMs && repetitions < 1e6) repetitions *= 2;
  return repetitions;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Times ours and the peer in turn, round by round, so that a machine that slows down slows both; the medians are quoted.
 */
export function compare(name: string, ours: Contender, peer: Contender, rounds = 15, batchMs = 30): BenchRow {
  const repetitions = [ours, peer].map(({ work }) => repetitionsFor(work, batchMs));
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    samples[0].push(timeBatch(ours.work, repetitions[0]!));
    samples[1].push(timeBatch(peer.work, repetitions[1]!));
  }
  const [medianMs, peerMs] = [median(samples[0]), median(samples[1])];
  return { name, medianMs, peer: peer.name, peerMs, ratio: peerMs / medianMs };
}
