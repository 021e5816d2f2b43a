import { describe, expect, it } from 'vitest';
import { datasets, openDataset } from './registry.ts';

const generators = [...datasets.values()].filter(({ category, id }) => category !== 'files' && id !== 'inline');

describe.each(generators)('$id', ({ id, options }) => {
  const made = openDataset({ name: id }, { seed: 3 });

  it('is the same for the same seed', () => {
    expect(openDataset({ name: id }, { seed: 3 })).toEqual(made);
  });

  it('is a full table of finite numbers', () => {
    expect(made.features.length).toBe(made.rows * made.featureNames.length);
    expect(made.targets.length).toBe(made.rows * made.targetNames.length);
    expect([...made.features, ...made.targets].every(Number.isFinite)).toBe(true);
    expect(made.testFrom).toBe(made.rows);
  });

  it('has targets of every class and no others', () => {
    if (made.classes === null) {
      expect(new Set(made.targets).size).toBeGreaterThan(1);
      return;
    }
    expect([...new Set(made.targets)].sort((a, b) => a - b)).toEqual(made.classes.map((_, index) => index));
    expect(made.targetNames).toHaveLength(1);
  });

  it('refuses options it does not have, by name', () => {
    expect(() => openDataset({ name: id, options: { colour: 1 } }, { seed: 1 })).toThrow(/colour/);
  });

  it('has as many samples as asked for, and other ones for another seed', () => {
    if (!('samples' in options)) return expect(openDataset({ name: id }, { seed: 9 })).toEqual(made);
    const other = openDataset({ name: id, options: { samples: 57 } }, { seed: 9 });
    expect(other.rows).toBe(57);
    const evenlySpaced = ['sine', 'function-1d'].includes(id); // without noise nothing is left to chance
    expect(other.features.slice(0, 20)).not.toEqual(made.features.slice(0, 20));
    if (!evenlySpaced) expect(openDataset({ name: id }, { seed: 9 }).features).not.toEqual(made.features);
  });

  it('is written in multiples of 2⁻²⁴ where it is computed', () => {
    if (id === 'iris') return expect(made.features[0]).toBe(5.1);
    expect(made.features.every((value) => Number.isInteger(value * 0x1000000))).toBe(true);
  });
});

it('a data set of another name is refused, with the names there are', () => {
  expect(() => openDataset({ name: 'mnist' }, { seed: 1 })).toThrow(/no data set "mnist"; there are and, blobs/);
});
