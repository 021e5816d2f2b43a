/** A tensor as it stands in a document: a number, nested arrays, or shape with flat data (base64 when large). */
export type TensorLiteral =
  | number
  | readonly TensorLiteral[]
  | {
      readonly shape: readonly number[];
      readonly dtype?: 'float64' | 'float32';
      /** Row-major; a base64 string holds little-endian values of `dtype` (float64 when left out). */
      readonly data: readonly number[] | string;
    };
