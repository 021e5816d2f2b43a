import { callOnNumbers, slopeOfCall } from '../../ops/scalar-call.ts';
import { defineMistake, type WrongAnswer } from './define.ts';

export const wrongOperand = defineMistake({
  id: 'wrong-operand',
  name: 'Wrong operand',
  summary: 'The derivative by another input of the gate is used, or the inputs are taken in the wrong order.',
  rank: 14,
  answers(asked) {
    if (asked.kind === 'value') {
      const { inputs, op, attrs } = asked;
      if (inputs.length < 2) return [];
      const swapped = callOnNumbers(op, inputs.map(({ value }) => value).toReversed(), attrs).y.data[0]!;
      return [{ answer: swapped, variant: 'swapped', facts: {} }];
    }
    if (asked.kind !== 'contribution') return [];
    const { op, attrs, inputs, slot, upstream, source } = asked;
    const call = callOnNumbers(
      op,
      inputs.map(({ value }) => value),
      attrs,
    );
    return inputs.flatMap(({ node }, other): WrongAnswer[] => {
      if (other === slot) return [];
      const local = slopeOfCall(op, call, other);
      return [{ answer: local * upstream, facts: { other: node, source, local, right: asked.local } }];
    });
  },
});
