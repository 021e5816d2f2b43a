import { opTable } from '../../ops/registry.ts';
import { sizeOf } from '../../tensor/shape.ts';
import { defineScalarRule, type ScalarRule } from './define.ts';

/**
 * An op that moves elements and computes nothing makes no gates. Where they go is found by sending their numbers through
 * the op itself.
 */
export function viewRule(op: string): ScalarRule {
  return defineScalarRule({
    op,
    build({ attrs, x, shape }) {
      const ids = x.flatMap((each) => each.ids);
      let first = 0;
      const numbered = x.map((each) => {
        const data = Float64Array.from(each.ids, (_, at) => first + at);
        first += each.ids.length;
        return { shape: each.shape, data };
      });
      const y = { shape, data: new Float64Array(sizeOf(shape)) };
      opTable
        .get(op)!
        .forward({ attrs: attrs as never, x: numbered, y, scratch: new Float64Array(0), training: false });
      return Array.from(y.data, (at) => ids[at]!);
    },
  });
}
