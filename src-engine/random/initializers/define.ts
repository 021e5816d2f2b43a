import type { Random } from '../create-random.ts';

/** Connections that enter and leave a unit. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** One way to draw the weights that training starts from. */
export interface Initializer {
  /** What documents carry. */
  readonly id: string;
  readonly name: string;
  /** Distribution of one weight, with s for the scale, n for the connections in and m for those out. */
  readonly formula: string;
  /** When to choose it, one sentence. */
  readonly description: string;
  /** One weight after the other. */
  draw(random: Random, fans: Fans, scale: number): () => number;
  /** Standard deviation of a weight. */
  deviation(fans: Fans, scale: number): number;
  readonly source: string;
}

export function defineInitializer(initializer: Initializer): Initializer {
  return Object.freeze({ ...initializer });
}
