import type { Attributes, OpDefinition } from '../ops/define.ts';
import { callOnNumbers, slopeOfCall } from '../ops/scalar-call.ts';
import type { Random } from '../random/create-random.ts';
import type { Topology } from './random-topology.ts';

/** Draws of leaves' values before the best so far is taken. */
const DRAWS = 160;
/** Small numbers first: products of large ones are long. */
const VALUES = [1, 2, 3, -1, -2, -3, 2, 3, -2, 4, -4, 5, 0.5, -0.5];
const LARGEST = 999;
/** What a number that hides what it is multiplied with costs, beside one that is only long. */
const ZERO_COST = 100;

/** Values for the leaves that make every number of both passes short and none of them 0; 0 costs when all are. */
export function chooseNumbers(
  random: Random,
  topology: Topology,
): { readonly values: number[]; readonly cost: number } {
  const settings = topology.gates.map(({ op }) => defaultsOf(op));
  let best: { readonly values: number[]; readonly cost: number } | null = null;
  for (let draw = 0; draw < DRAWS && best?.cost !== 0; draw++) {
    const values = Array.from({ length: topology.leaves }, () => VALUES[random.below(VALUES.length)]!);
    const cost = costOf(topology, settings, values);
    if (!best || cost < best.cost) best = { values, cost };
  }
  return best!;
}

const defaultsOf = (op: OpDefinition): Attributes =>
  Object.fromEntries(Object.entries(op.attrs).map(([key, rule]) => [key, rule.default]));

/** Runs both passes on single numbers and sums what is wrong with what stands on nodes and wires. */
function costOf({ leaves, gates }: Topology, settings: readonly Attributes[], values: readonly number[]): number {
  const numbers = [...values];
  const locals: number[][] = [];
  let cost = 0;
  for (const [at, { op, inputs }] of gates.entries()) {
    const call = callOnNumbers(
      op,
      inputs.map((input) => numbers[input]!),
      settings[at]!,
    );
    numbers.push(call.y.data[0]!);
    locals.push(inputs.map((_, slot) => slopeOfCall(op, call, slot)));
    if (op.kinks && op.kinks(call).length > 0) cost += ZERO_COST; // which slope holds there is a convention
    cost += costOfNumber(call.y.data[0]!);
  }
  const grads = numbers.map(() => 0);
  grads[grads.length - 1] = 1;
  for (let at = gates.length - 1; at >= 0; at--) {
    const upstream = grads[leaves + at]!;
    for (const [slot, input] of gates[at]!.inputs.entries()) {
      const local = locals[at]![slot]!;
      // A gate that routes sends nothing to the input it did not choose; that is its nature where nothing hangs below.
      const routed = local === 0 && upstream !== 0 && input < leaves && gates[at]!.inputs.length > 1;
      cost += routed ? 1 : costOfNumber(local * upstream);
      grads[input]! += local * upstream;
    }
  }
  for (const [node, grad] of grads.entries()) cost += node < leaves && grad === 0 ? 1 : costOfNumber(grad);
  return cost;
}

/** 0 for up to four digits, three of them before and two after the point. */
function costOfNumber(number: number): number {
  if (!Number.isFinite(number)) return 10 * ZERO_COST;
  if (number === 0) return ZERO_COST;
  const size = Math.abs(number);
  const short = size <= LARGEST && Number.isInteger(number * 100);
  return short ? 0 : size > LARGEST || size < 1e-3 ? 10 : 2;
}
