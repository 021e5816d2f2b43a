import { callOnNumbers, slopeOfCall } from '../../ops/scalar-call.ts';
import { defineMistake, type WrongAnswer } from './define.ts';

/** Derivatives that are usually remembered in terms of the output y; the contract test compares them with the ops' own. */
export const BY_OUTPUT: Readonly<Record<string, (y: number) => number>> = {
  sigmoid: (y) => y * (1 - y),
  tanh: (y) => 1 - y * y,
  exp: (y) => y,
  reciprocal: (y) => -y * y,
  sqrt: (y) => 1 / (2 * y),
};

export const inputForOutput = defineMistake({
  id: 'input-for-output',
  name: 'Input for output',
  summary: 'The derivative is taken at the gate’s output where its input belongs, or the other way round.',
  rank: 18,
  answers(asked) {
    if (asked.kind === 'value')
      return asked.inputs.map(({ node, value }) => ({ answer: value, variant: 'passed', facts: { input: node } }));
    if (asked.kind !== 'contribution') return [];
    const { op, attrs, inputs, slot, upstream, output, source, target } = asked;
    const input = inputs[slot]!.value;
    const found: WrongAnswer[] = [];
    const byOutput = BY_OUTPUT[op.id];
    if (byOutput) found.push({ answer: byOutput(input) * upstream, facts: { source, target, input, output } });
    try {
      const moved = inputs.map(({ value }, at) => (at === slot ? output : value));
      const local = slopeOfCall(op, callOnNumbers(op, moved, attrs), slot);
      found.push({ answer: local * upstream, variant: 'output', facts: { source, target, input, output } });
    } catch {
      // The op refuses its own output as an input; nobody computed that.
    }
    return found;
  },
});
