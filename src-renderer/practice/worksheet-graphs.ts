import type { ChainruleDocument } from '#engine';
import type { Translate } from '../texts/texts.ts';
import { type Recipe, randomDocument } from './recipe.ts';

export type Paper = 'a4' | 'letter';

export const MOST_EXERCISES = 12;

/** Graphs of one recipe under successive seeds; none without ops to draw from. */
export function worksheetGraphs(recipe: Recipe, count: number, translate: Translate): readonly ChainruleDocument[] {
  if (recipe.ops.length === 0) return [];
  return Array.from({ length: count }, (_, at) => randomDocument({ ...recipe, seed: recipe.seed + at }, translate));
}
