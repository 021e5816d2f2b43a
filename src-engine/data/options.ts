import { integer, number } from '../ops/attributes.ts';

export const samples = (preset: number) =>
  integer({ default: preset, min: 2, max: 100_000, description: 'Samples in all.' });

export const noise = (preset: number) =>
  number({
    default: preset,
    min: 0,
    max: 10,
    description: 'Standard deviation of what chance adds to each coordinate.',
  });

export const classCount = (preset: number, max: number) =>
  integer({ default: preset, min: 2, max, description: 'Classes.' });

/** Names of k classes without names of their own. */
export const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index}`);

export const PLANE = ['x1', 'x2'] as const;

/** Which of k groups of nearly equal size sample i of n belongs to. */
export const groupOf = (index: number, groups: number): number => index % groups;
