import { addProduct, addProductByTransposed, addTransposedProduct } from '../kernels/matrix-product.ts';
import { productLayout } from '../tensor/matrix-layout.ts';
import { memo } from '../tensor/memo.ts';
import { defineOp, type OpCall } from './define.ts';
import { factor } from './latex.ts';

type Attrs = Readonly<Record<never, never>>;

export const matmul = defineOp<Attrs>({
  id: 'matmul',
  name: 'Matrix product',
  category: 'matrix',
  aliases: ['matmul', 'dot', '@', 'linear', 'dense', 'x·W'],
  glyph: 'M5 3H3v10h2M11 3h2v10h-2M6.5 6h.1M9.5 6h.1M6.5 10h.1M9.5 10h.1',
  slots: { names: ['x', 'W'], counts: [2] },
  attrs: {},
  elementwise: false,

  shape: ([a, b]) => productLayout('matmul', a!, b!).shape,
  forward(call) {
    const [a, b] = call.x;
    call.y.data.fill(0);
    forEachProduct(call, (sizes, aAt, bAt, yAt) => addProduct(sizes, a!.data, aAt, b!.data, bAt, call.y.data, yAt));
  },
  vjp(call, slot, dy, dx) {
    const [a, b] = call.x;
    dx.fill(0);
    forEachProduct(call, (sizes, aAt, bAt, yAt) => {
      if (slot === 0) addProductByTransposed(sizes, dy, yAt, b!.data, bAt, dx, aAt);
      else addTransposedProduct(sizes, a!.data, aAt, dy, yAt, dx, bAt);
    });
  },

  latex: {
    forward: ([x, w]) => `${factor(x!)}\\,${factor(w!)}`,
    local: (slot, [x, w]) => (slot === 0 ? `\\bar{y}\\,{${factor(w!)}}^{\\top}` : `{${factor(x!)}}^{\\top}\\,\\bar{y}`),
  },
  intuition: {
    lead: 'Matrix product swaps and transposes.',
    more: 'As with a product of numbers, each factor receives the gradient times the other one, transposed so that the shapes fit.',
  },
  source:
    'https://pytorch.org/docs/stable/generated/torch.matmul.html; M. Giles, "Collected matrix derivative results" (2008), 2.2.2',
  testing: {
    domain: [[-2, 2]],
    shapes: [
      [
        [2, 3],
        [3, 2],
      ],
      [[3], [3]],
      [[3], [3, 2]],
      [[2, 3], [3]],
      [
        [2, 1, 2, 3],
        [2, 3, 2],
      ],
    ],
  },
});

const layoutOf = memo((call: OpCall<Attrs>) => productLayout('matmul', call.x[0]!.shape, call.x[1]!.shape));

/** Visits the products of a batch with the offsets of their three matrices. */
function forEachProduct(
  call: OpCall<Attrs>,
  visit: (sizes: readonly [number, number, number], aAt: number, bAt: number, yAt: number) => void,
): void {
  const { sizes, batches, aBatch, bBatch } = layoutOf(call);
  const [m, k, n] = sizes;
  for (let batch = 0; batch < batches; batch++) {
    visit(sizes, (aBatch?.[batch] ?? batch) * m * k, (bBatch?.[batch] ?? batch) * k * n, batch * m * n);
  }
}
