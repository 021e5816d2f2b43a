import { describe, expect, it } from 'vitest';
import { fitNormalizer } from './normalize.ts';
import { openDataset } from './registry.ts';
import { splitRows } from './split.ts';

const iris = openDataset({ name: 'iris' }, { seed: 1 });

describe('a split', () => {
  it.each([
    [{ train: 0.8, validation: 0.1, test: 0.1 }, [120, 15, 15]],
    [{ train: 0.6, validation: 0.2, test: 0.2 }, [90, 30, 30]],
  ])('of %j gives every class its share and no row twice', (shares, sizes) => {
    const { train, validation, test } = splitRows(iris, shares, 7);
    expect([train, validation, test].map(({ length }) => length)).toEqual(sizes);
    expect(new Set([...train, ...validation, ...test]).size).toBe(150);
    for (const part of [train, validation, test])
      for (const of of [0, 1, 2])
        expect([...part].filter((row) => iris.targets[row] === of).length).toBe(part.length / 3);
  });

  it('is another one for another seed', () => {
    const shares = { train: 0.5 };
    expect(splitRows(iris, shares, 1).train).not.toEqual(splitRows(iris, shares, 2).train);
    expect(splitRows(iris, shares, 1).train).toEqual(splitRows(iris, shares, 1).train);
  });

  it('keeps a test part that came with the data', () => {
    const given = { ...iris, testFrom: 120 };
    const { train, validation, test } = splitRows(given, { train: 0.8, validation: 0.2 }, 1);
    expect([train.length, validation.length, test.length]).toEqual([96, 24, 30]);
    expect(test[0]).toBe(120);
  });

  it('cannot give away more than there is, nor leave a part empty', () => {
    expect(() => splitRows(iris, { train: 0.8, test: 0.3 }, 1)).toThrow(/add up to 1\.1/);
    expect(() => splitRows(iris, { train: 0.9999, validation: 0.0001 }, 1)).toThrow(
      /validation part of the split is empty/,
    );
  });
});

describe('normalization', () => {
  const { train } = splitRows(iris, { train: 0.8, test: 0.2 }, 1);
  const columns = iris.featureNames.length;
  const fed = (name: 'min-max' | 'z-score', column: number) => {
    const { shift, scale } = fitNormalizer(name, iris, train);
    return [...train].map((row) => (iris.features[row * columns + column]! - shift[column]!) * scale[column]!);
  };

  it('min-max maps the training part to 0 … 1', () => {
    expect([Math.min(...fed('min-max', 0)), Math.max(...fed('min-max', 0))]).toEqual([0, 1]);
  });

  it('z-score gives the training part mean 0 and deviation 1', () => {
    const values = fed('z-score', 2);
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 12);
    expect(variance).toBeCloseTo(1, 12);
  });

  it('is fitted on the training part alone', () => {
    const changed = {
      ...iris,
      features: iris.features.map((value, at) => (train.includes(Math.floor(at / columns)) ? value : 1e9)),
    };
    expect(fitNormalizer('z-score', changed, train)).toEqual(fitNormalizer('z-score', iris, train));
  });
});
