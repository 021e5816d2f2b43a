import { type Problem, problem } from '../errors/fail.ts';
import type { Analysis } from '../graph/analyze.ts';
import { type Shape, stridesOf } from '../tensor/shape.ts';
import type { BatchProgram } from './batch-program.ts';
import type { FlatParameters } from './flat-parameters.ts';

/** Names the first number of the run that is not finite: its node, its place in the tensor, epoch and step. */
export function notFiniteProblem(program: BatchProgram, { graph }: Analysis, epoch: number, step: number): Problem {
  const found = program.notFinite();
  if (found === null)
    return problem('training.not-finite', {
      what: 'The sum over',
      node: 'samples',
      found: 'infinite',
      index: '',
      epoch,
      step,
    });
  const shape = program.value(found.node)!.shape;
  const index = graph.nodes.findIndex(({ id }) => id === found.node);
  const what = found.kind === 'value' ? 'The value of' : 'The gradient of';
  return problem(
    'training.not-finite',
    { what, node: found.node, found: nameOf(found.found), index: placeIn(shape, found.index), epoch, step },
    { node: found.node, path: `nodes[${index}]` },
  );
}

/** The same for a parameter that the step itself drove out of range. */
export function stepProblem({ list }: FlatParameters, numbers: Float64Array, epoch: number, step: number): Problem {
  const at = numbers.findIndex((each) => !Number.isFinite(each));
  const { node, shape, offset } = list.find((each) => at < each.offset + each.size)!;
  const facts = {
    what: 'The parameter',
    node,
    found: nameOf(numbers[at]!),
    index: placeIn(shape, at - offset),
    epoch,
    step,
  };
  return problem('training.not-finite', facts, { node });
}

export function allFinite(numbers: Float64Array): boolean {
  let nothing = 0; // 0 · x is 0 for every finite x and NaN for the others
  for (let index = 0; index < numbers.length; index++) nothing += numbers[index]! * 0;
  return nothing === 0;
}

const nameOf = (found: number) => (Number.isNaN(found) ? 'NaN' : found > 0 ? 'infinite' : 'minus infinite');

/** Flat index → `[2, 5]`; nothing for a scalar. */
function placeIn(shape: Shape, flat: number): string {
  const strides = stridesOf(shape);
  const indices = strides.map((stride, axis) => Math.floor(flat / stride) % shape[axis]!);
  return indices.length === 0 ? '' : `[${indices.join(', ')}]`;
}
