import type { ChainruleDocument, GraphNode, Tensor } from '#engine';
import type { ShownBranch, ShownEdge, ShownEvent, ShownNumbers } from './shown.ts';

/** One event with the nodes it is about and the numbers that stand once it is done. */
export type CurrentStep = ComputeStep | SeedStep | ContributionStep | UpdateStep;

export interface ComputeStep {
  readonly kind: 'compute';
  readonly node: GraphNode;
  readonly value: Tensor;
  readonly inputs: readonly { readonly node: GraphNode; readonly slot: number; readonly value: Tensor }[];
  /** Whether it is the node differentiated. */
  readonly objective: boolean;
}

export interface SeedStep {
  readonly kind: 'seed';
  readonly node: GraphNode;
  readonly grad: Tensor;
}

/** next = value − rate · grad */
export interface UpdateStep {
  readonly kind: 'update';
  readonly node: GraphNode;
  readonly value: Tensor;
  readonly grad: Tensor;
  readonly rate: number;
  readonly next: Tensor;
}

export interface ContributionStep {
  readonly kind: 'contribute';
  readonly source: GraphNode;
  readonly target: GraphNode;
  readonly slot: number;
  readonly edge: ShownEdge;
  /** All wires that leave the source and bring something back, in order of arrival. */
  readonly branches: readonly ShownBranch[];
  /** Which of them this is, from 1. */
  readonly branch: number;
  /** The source enters the target through several slots, so the slot must be named. */
  readonly repeated: boolean;
}

export type NodesById = ReadonlyMap<string, GraphNode>;

export function nodesById(document: ChainruleDocument): NodesById {
  return new Map(document.nodes.map((node) => [node.id, node]));
}

/** What the event did; `null` when the document no longer has its nodes. */
export function stepOf(event: ShownEvent, shown: ShownNumbers, nodes: NodesById): CurrentStep | null {
  const { result } = shown;
  if (!result) return null;
  const nodeAt = (index: number) => nodes.get(result.layout.nodes[index]?.id ?? '');
  if (event.kind === 'contribute') {
    const edge = result.layout.edges[event.edge];
    const source = nodeAt(edge?.source ?? -1);
    const target = nodeAt(edge?.target ?? -1);
    return edge && source && target ? contribution(source, target, edge.slot, shown) : null;
  }
  const node = nodeAt(event.node);
  if (!node || event.kind === 'accumulate') return null;
  if (event.kind === 'seed') {
    const grad = shown.grad(node.id);
    return grad && { kind: 'seed', node, grad };
  }
  const value = shown.value(node.id);
  if (!value) return null;
  if (event.kind === 'update') {
    const grad = shown.grad(node.id);
    const next = shown.updated(node.id);
    return grad && next && { kind: 'update', node, value, grad, rate: shown.updates.rate, next };
  }
  const inputs = node.inputs.flatMap((id, slot) => {
    const input = nodes.get(id ?? '');
    const read = input && shown.value(input.id);
    return input && read ? [{ node: input, slot, value: read }] : [];
  });
  return { kind: 'compute', node, value, inputs, objective: result.objective === node.id };
}

function contribution(source: GraphNode, target: GraphNode, slot: number, shown: ShownNumbers): ContributionStep {
  const branches = shown.branches(source.id);
  return {
    kind: 'contribute',
    source,
    target,
    slot,
    edge: shown.edge(target.id, slot),
    branches,
    branch: 1 + branches.findIndex((branch) => branch.target === target.id && branch.slot === slot),
    repeated: branches.filter((branch) => branch.target === target.id).length > 1,
  };
}
