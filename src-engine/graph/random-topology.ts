import type { OpDefinition } from '../ops/define.ts';
import type { Random } from '../random/create-random.ts';

/** A graph without numbers: nodes 0 … leaves − 1 are leaves, then the gates, sources first; the last is the objective. */
export interface Topology {
  readonly leaves: number;
  readonly gates: readonly { readonly op: OpDefinition; readonly inputs: readonly number[] }[];
}

interface Draft {
  readonly op: OpDefinition;
  readonly inputs: Draft[];
  /** Gates on the longest way down to a leaf; 0 for a leaf. */
  level: number;
  leaving: number;
}

const LEAF_LEVEL = 0;
/** Share of second inputs that are leaves at once; the others are smaller trees. */
const LEAF_SHARE = 0.6;

/**
 * Grows a tree of the depth asked for from the objective down, then lets wires that start at a leaf start at another
 * node instead until there are as many forks as asked for, or no place for one is left.
 */
export function drawTopology(random: Random, depth: number, forks: number, ops: readonly OpDefinition[]): Topology {
  const leaf = (): Draft => ({ op: ops[0]!, inputs: [], level: LEAF_LEVEL, leaving: 1 });
  const grow = (level: number): Draft => {
    if (level === LEAF_LEVEL) return leaf();
    const op = drawOp(random, ops, forks);
    const inputs = [grow(level - 1)];
    for (let slot = 1; slot < arity(op); slot++)
      inputs.push(random.uniform() < LEAF_SHARE ? leaf() : grow(random.below(Math.min(level, 3))));
    if (random.uniform() < 0.5) inputs.reverse();
    return { op, inputs, level, leaving: 1 };
  };
  const root = grow(depth); // depth is at most 8: recursion as deep as that
  for (let made = 0; made < forks; made++) if (!makeFork(random, root)) break;
  return numbered(root);
}

/** Nodes that several wires leave. */
export function forksOf({ leaves, gates }: Topology): number {
  const leaving = new Array<number>(leaves + gates.length).fill(0);
  for (const { inputs } of gates) for (const input of inputs) leaving[input]!++;
  return leaving.filter((wires) => wires > 1).length;
}

const arity = ({ slots: { counts } }: OpDefinition): number =>
  'atLeast' in counts ? Math.max(2, counts.atLeast) : Math.min(...counts);

/** Forks need gates of several inputs: with forks to come, those are drawn more often. */
function drawOp(random: Random, ops: readonly OpDefinition[], forks: number): OpDefinition {
  const wide = ops.filter((op) => arity(op) > 1);
  const choices = forks > 0 && wide.length > 0 && random.uniform() < 0.5 ? wide : ops;
  return choices[random.below(choices.length)]!;
}

/** All nodes, each once, sources first. */
function sorted(root: Draft): Draft[] {
  const found = new Set<Draft>();
  const visit = (node: Draft) => {
    if (found.has(node)) return;
    for (const input of node.inputs) visit(input);
    found.add(node);
  };
  visit(root);
  return [...found];
}

/** Lets one wire that starts at a leaf of its own start at a node that has had one wire so far. Whether there was one. */
function makeFork(random: Random, root: Draft): boolean {
  const nodes = sorted(root);
  const places = nodes.flatMap((target) =>
    target.inputs.flatMap((input, slot) =>
      input.level === LEAF_LEVEL && input.leaving === 1 ? [{ target, slot }] : [],
    ),
  );
  const choices = places.flatMap(({ target, slot }) =>
    nodes
      .filter((node) => node.leaving === 1 && node.level < target.level && node !== target.inputs[slot])
      .map((source) => ({ target, slot, source })),
  );
  if (choices.length === 0) return false;
  const { target, slot, source } = choices[random.below(choices.length)]!;
  target.inputs[slot] = source;
  source.leaving++;
  return true;
}

function numbered(root: Draft): Topology {
  const nodes = sorted(root);
  const leaves = nodes.filter(({ level }) => level === LEAF_LEVEL);
  const gates = nodes.filter(({ level }) => level > LEAF_LEVEL);
  const index = new Map([...leaves, ...gates].map((node, at) => [node, at]));
  return {
    leaves: leaves.length,
    gates: gates.map(({ op, inputs }) => ({ op, inputs: inputs.map((input) => index.get(input)!) })),
  };
}
