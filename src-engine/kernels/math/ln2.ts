/** ln 2 as a sum: the first term has 33 significant bits, so that its product with an exponent is exact. */
export const ln2Head = 0.6931471803691238;
export const ln2Tail = 1.9082149292705877e-10;
/** Above this x, e^x exceeds the largest double. */
export const largestExponent = 709.782712893384;
