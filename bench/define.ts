/** One line of a benchmark: our median beside the peer's in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly medianMs: number;
  readonly peer: string;
  /** `null` when the peer is not there. */
  readonly peerMs: number | null;
  /** peerMs ÷ medianMs: how many times faster we are. */
  readonly ratio: number | null;
}

export interface Bench {
  readonly name: string;
  /** What is measured, one sentence. */
  readonly about: string;
  run(): Promise<readonly BenchRow[]>;
}
