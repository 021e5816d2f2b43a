import { findOp } from '../../ops/registry.ts';
import { callOnNumbers } from '../../ops/scalar-call.ts';
import { defineMistake, type WrongAnswer } from './define.ts';

/** What people do with two numbers instead, and with one. */
const PAIRS = ['add', 'mul', 'sub', 'div'];
const SINGLES = ['neg', 'square', 'reciprocal'];

export const otherGate = defineMistake({
  id: 'other-gate',
  name: 'Another gate',
  summary: 'The inputs are right, but another gate was applied to them.',
  rank: 22,
  answers(asked) {
    if (asked.kind !== 'value') return [];
    const inputs = asked.inputs.map(({ value }) => value);
    const others = inputs.length === 2 ? PAIRS : inputs.length === 1 ? SINGLES : ['add', 'mul'];
    return others.flatMap((id): WrongAnswer[] => {
      const op = findOp(id);
      if (!op || id === asked.op.id) return [];
      const attrs = Object.fromEntries(Object.entries(op.attrs).map(([key, rule]) => [key, rule.default]));
      const answer = callOnNumbers(op, inputs, attrs).y.data[0]!;
      return [{ answer, facts: { gate: asked.op.name, instead: op.name } }];
    });
  },
});
