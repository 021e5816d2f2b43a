import {
  type ChainruleDocument,
  emptyDocument,
  RANDOM_GRAPH_LIMITS,
  type RandomGraphOptions,
  randomGraph,
} from '#engine';
import type { Platform } from '../platform/platform.ts';
import type { Translate } from '../texts/texts.ts';

/** What a random graph is drawn from. */
export type Recipe = RandomGraphOptions;

export const FIRST_RECIPE: Recipe = { depth: 3, forks: 1, ops: ['add', 'sub', 'mul', 'square'], seed: 1 };

const SEEDS = 10_000;
export const LARGEST_SEED = 999_999;

/** A seed that people can write down. */
export function drawSeed({ clock }: Pick<Platform, 'clock'>): number {
  return 1 + (Math.floor(clock.now() * 7919) % (SEEDS - 1));
}

/** The nearest value a field may hold. */
export function within(what: keyof typeof RANDOM_GRAPH_LIMITS, value: number): number {
  const [min, max] = RANDOM_GRAPH_LIMITS[what];
  return Math.min(max, Math.max(min, Math.round(value)));
}

export function randomDocument(recipe: Recipe, translate: Translate): ChainruleDocument {
  const { depth, forks, seed } = recipe;
  return {
    ...emptyDocument,
    ...randomGraph(recipe),
    title: translate('practice:random.document', { seed }),
    description: translate('practice:random.description', { depth, forks, seed }),
  };
}
