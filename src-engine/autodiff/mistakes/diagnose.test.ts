import { describe, expect, it } from 'vitest';
import type { Graph } from '../../graph/graph.ts';
import { randomGraph } from '../../graph/random-graph.ts';
import { ops } from '../../ops/all.ts';
import { callOnNumbers, slopeOfCall } from '../../ops/scalar-call.ts';
import { evaluate } from '../../run/evaluate.ts';
import { build } from '../../testing/build.ts';
import { type Asked, askedBy } from './asked.ts';
import { agrees, diagnose, rightIn } from './diagnose.ts';
import { BY_OUTPUT } from './input-for-output.ts';
import { mistakes } from './registry.ts';

function questions(graph: Graph): Asked[] {
  const run = evaluate(graph);
  return run.trace.events.flatMap((event) => askedBy(event, run, graph) ?? []);
}

/** The question about a node's value (`v u`), what a wire brings (`c u:0`) or a total (`t x`). */
function question(graph: Graph, name: string): Asked {
  const found = questions(graph).find((asked) => {
    if (asked.kind === 'contribution') return name === `c ${asked.target}:${asked.slot}`;
    return name === `${asked.kind[0]} ${asked.node}`;
  });
  if (!found) throw new Error(`no question ${name}`);
  return found;
}
const named = (graph: Graph, name: string, answer: number) => {
  const found = diagnose(answer, question(graph, name));
  return found && `${found.mistake}${found.variant ? ` ${found.variant}` : ''}`;
};

const chain = build('x = input 2; w = parameter 5; p = mul x w; s = add p w; q = square s; L = neg q');
const branches = build('x = input 2; three = constant 3; u = mul x x; v = mul x three; y = add u v');
const activation = build('x = input 1; a = sigmoid x; k = constant 3; L = mul a k');

describe('the questions of a run', () => {
  it('are the values of gates, the seed, what each wire brings, and the sums at forks', () => {
    expect(questions(branches).map(({ kind }) => kind)).toEqual([
      ...['value', 'value', 'value'],
      'seed',
      ...['contribution', 'contribution', 'contribution', 'contribution', 'contribution', 'total', 'contribution'],
    ]);
    expect(question(branches, 't x')).toMatchObject({
      answer: 7,
      parts: [{ contribution: 2 }, { contribution: 2 }, { contribution: 3 }],
    });
  });

  it('leave tensors out, and numbers made of them', () => {
    const kinds = questions(build('x = input [1, 2]; y = square x; L = sum y')).map(({ kind }) => kind);
    expect(kinds).toEqual(['seed']);
  });
});

describe('a wrong answer', () => {
  it.each([
    // s = 15, ∂L/∂q = −1, ∂L/∂s = −30
    ['c q:0', 30, 'no-upstream'],
    ['c q:0', -1, 'no-local'],
    ['c p:0', -30, 'no-local'],
    ['c p:0', 150, 'sign-flipped'],
    ['c p:0', -60, 'wrong-operand'],
    ['c p:0', 50, 'value-for-gradient'],
    ['c p:0', -300, 'counted-twice doubled'],
    ['c p:0', -25, 'added-factors'],
  ])('at %s of %d is recognised as %s', (at, answer, mistake) => {
    expect(named(chain, at, answer)).toBe(mistake);
  });

  it.each([
    ['t x', 4, 'forgot-branch'],
    ['t x', 5, 'forgot-branch'],
    ['t x', 3, 'overwrite'],
    ['t x', 9, 'counted-twice'],
    ['t x', 12, 'added-factors multiplied'],
    ['t x', 7 / 3, 'added-factors mean'],
    ['t x', -7, 'sign-flipped'],
    ['t x', 1, 'sign-flipped branch'],
    ['t x', 2, 'value-for-gradient total'],
    ['c u:0', 4, 'counted-twice slots'],
    ['v u', 2, 'input-for-output passed'],
    ['v v', 5, 'other-gate'],
    ['v y', -10, 'sign-flipped'],
    ['s y', 10, 'value-for-gradient seed'],
  ])('at %s of %d is recognised as %s', (at, answer, mistake) => {
    expect(named(branches, at, answer)).toBe(mistake);
  });

  it('that takes a gate’s input for its output is recognised', () => {
    const a = evaluate(activation).value('a')!.data[0]!;
    expect(named(activation, 'c a:0', 1 * (1 - 1))).toBe('input-for-output');
    const slope = (x: number) => {
      const call = callOnNumbers(ops.find(({ id }) => id === 'sigmoid')!, [x], {});
      return slopeOfCall(ops.find(({ id }) => id === 'sigmoid')!, call, 0);
    };
    expect(named(activation, 'c a:0', 3 * slope(a))).toBe('input-for-output output');
  });

  it('of nobody’s mistake is told what is right in it', () => {
    const asked = question(chain, 'c p:0');
    expect(diagnose(-1234, asked)).toBeNull();
    expect(rightIn(-1234, asked)).toEqual({ sign: true, size: 'off' });
    expect(rightIn(-200, asked)).toEqual({ sign: true, size: 'near' });
    expect(rightIn(150, asked)).toEqual({ sign: false, size: 'same' });
  });

  it('is one: no mistake is found in a right answer', () => {
    for (let seed = 0; seed < 20; seed++)
      for (const asked of questions(
        randomGraph({ depth: 3, forks: 2, ops: ['add', 'mul', 'sub', 'sigmoid', 'div'], seed }),
      )) {
        expect(diagnose(asked.answer, asked)).toBeNull();
        for (const mistake of mistakes.values())
          for (const { answer } of mistake.answers?.(asked) ?? [])
            if (!agrees(answer, asked.answer))
              expect(diagnose(answer, asked), `${mistake.id} ${answer}`).not.toBeNull();
      }
  });
});

describe('numbers', () => {
  it('agree to four significant digits', () => {
    expect(agrees(0.1966, 0.19661193)).toBe(true);
    expect(agrees(0.197, 0.19661193)).toBe(false);
    expect(agrees(1 / 3, 0.3333)).toBe(true);
    expect(agrees(0, 0)).toBe(true);
    expect(agrees(0.01, 0)).toBe(false);
  });
});

describe('derivatives remembered by the output', () => {
  it.each(Object.entries(BY_OUTPUT))('of %s equal the op’s own', (id, byOutput) => {
    const op = ops.find((each) => each.id === id)!;
    for (const x of [0.3, 0.9, 2]) {
      const call = callOnNumbers(op, [x], {});
      expect(byOutput(call.y.data[0]!)).toBeCloseTo(slopeOfCall(op, call, 0), 12);
    }
  });
});

describe('every mistake', () => {
  it.each([...mistakes.values()].map((each) => [each.id, each] as const))(
    '%s can be switched on, recognised, or both',
    (id, mistake) => {
      expect(mistake.flaw !== undefined || mistake.answers !== undefined).toBe(true);
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(mistake.summary).toMatch(/^[A-Z].*\.$/);
      expect(mistake.name).not.toMatch(/\.$/);
    },
  );
});
