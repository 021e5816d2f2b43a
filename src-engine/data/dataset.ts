import type { Random } from '../random/create-random.ts';

/** Numbers of a table, row-major. Bytes for pictures, so that sixty thousand of them fit. */
export type Numbers = Float64Array | Float32Array | Uint8Array;

/** A table of samples: what goes in, and what should come out. Values, never changed in place. */
export interface Dataset {
  readonly rows: number;
  readonly featureNames: readonly string[];
  /** [rows, features] */
  readonly features: Numbers;
  /** What a stored feature is multiplied by: 1/255 for bytes of a picture, else 1. */
  readonly featureUnit: number;
  readonly targetNames: readonly string[];
  /** [rows, targets]; for classes one column of indices into `classes`. */
  readonly targets: Float64Array;
  /** Names of the classes; `null` where targets are real numbers. */
  readonly classes: readonly string[] | null;
  /** The rows from here on are a test part that came with the data; `rows` where there is none. */
  readonly testFrom: number;
  /** Height and width where a row is a picture. */
  readonly picture: readonly [number, number] | null;
}

/** The same number in every engine: sines and roots of other libraries differ in the last bits. Multiples of 2⁻²⁴. */
function quantize(value: number): number {
  return Math.floor(value * 0x1000000 + 0.5) / 0x1000000;
}

interface Samples {
  readonly featureNames: readonly string[];
  readonly features: readonly (readonly number[])[];
  readonly targetNames?: readonly string[];
  readonly picture?: readonly [number, number];
  /** Whether the numbers were written down, not computed: they are kept as they are. */
  readonly exact?: boolean;
}

/** Samples of named classes; a target is an index into them. */
export function classified(
  classes: readonly string[],
  { features, featureNames, targetNames = ['class'], picture, exact }: Samples,
  targets: readonly number[],
): Dataset {
  return {
    ...table(features, featureNames, exact ? (value) => value : quantize),
    targetNames,
    targets: Float64Array.from(targets),
    classes,
    picture: picture ?? null,
  };
}

/** Samples of a function: real targets, quantized. */
export function measured(
  { features, featureNames, targetNames = ['y'] }: Samples,
  targets: readonly (readonly number[])[],
): Dataset {
  return {
    ...table(features, featureNames, quantize),
    targetNames,
    targets: Float64Array.from(targets.flat(), quantize),
    classes: null,
    picture: null,
  };
}

function table(
  features: readonly (readonly number[])[],
  featureNames: readonly string[],
  kept: (value: number) => number,
) {
  const rows = features.length;
  const data = new Float64Array(rows * featureNames.length);
  features.forEach((row, index) => {
    for (let column = 0; column < featureNames.length; column++)
      data[index * featureNames.length + column] = kept(row[column]!);
  });
  return { rows, featureNames, features: data, featureUnit: 1, testFrom: rows };
}

/** Adds noise: a normal draw times `deviation`. */
export const jitter = (value: number, deviation: number, random: Random) => value + deviation * random.normal();
