import type { Graph } from '../../graph/graph.ts';
import type { Attributes, OpDefinition } from '../../ops/define.ts';
import { findOp } from '../../ops/registry.ts';
import { readSettings } from '../../ops/scalar-call.ts';
import type { RunResult } from '../../run/result.ts';
import type { TraceEvent } from '../../run/trace.ts';
import type { Tensor } from '../../tensor/tensor.ts';

/** A single number that someone is asked for before it is shown, with what has been shown that it follows from. */
export type Asked = AskedValue | AskedSeed | AskedContribution | AskedTotal;

/** A gate with the single numbers that enter it. */
interface Gate {
  readonly op: OpDefinition;
  readonly attrs: Attributes;
  readonly inputs: readonly { readonly node: string; readonly value: number }[];
}

interface AskedValue extends Gate {
  readonly kind: 'value';
  readonly node: string;
  readonly answer: number;
}

interface AskedSeed {
  readonly kind: 'seed';
  readonly node: string;
  readonly value: number;
  readonly answer: number;
}

/** What a wire brings back: local · upstream. */
interface AskedContribution extends Gate {
  readonly kind: 'contribution';
  readonly source: string;
  readonly target: string;
  readonly slot: number;
  /** Value of the target. */
  readonly output: number;
  readonly local: number;
  readonly upstream: number;
  /** What all wires from the source into this target bring together. */
  readonly together: number;
  readonly answer: number;
}

/** The sum at a fork. */
interface AskedTotal {
  readonly kind: 'total';
  readonly node: string;
  readonly value: number;
  readonly parts: readonly { readonly target: string; readonly slot: number; readonly contribution: number }[];
  readonly answer: number;
}

const single = (tensor: Tensor | null | undefined): number | null => {
  const value = tensor?.data.length === 1 ? tensor.data[0]! : null;
  return value !== null && Number.isFinite(value) ? value : null;
};

/**
 * The question an event stands for; `null` where there is none: given values, tensors, numbers that are not finite, and
 * totals that are the one contribution just found.
 */
export function askedBy(event: TraceEvent, run: RunResult, graph: Graph): Asked | null {
  switch (event.kind) {
    case 'compute':
      return askedValue(event.node, run, graph);
    case 'seed':
      return askedSeed(event.node, run);
    case 'contribute':
      return askedContribution(event.edge, run, graph);
    case 'accumulate':
      return askedTotal(event.node, run);
  }
}

function gateOf(id: string, run: RunResult, graph: Graph): Gate | null {
  const node = graph.nodes.find((each) => each.id === id);
  const op = node && findOp(node.op);
  const attrs = op && readSettings(op, node.attrs);
  if (!node || !op || !attrs) return null;
  const inputs = node.inputs.map((input) => ({
    node: input ?? '',
    value: single(run.value(input ?? '')) ?? Number.NaN,
  }));
  return inputs.some(({ value }) => Number.isNaN(value)) ? null : { op, attrs, inputs };
}

function askedValue(index: number, run: RunResult, graph: Graph): AskedValue | null {
  const { id } = run.layout.nodes[index]!;
  const answer = single(run.value(id));
  const gate = gateOf(id, run, graph);
  return answer === null || !gate || gate.op.leaf ? null : { kind: 'value', node: id, answer, ...gate };
}

function askedSeed(index: number, run: RunResult): AskedSeed | null {
  const { id } = run.layout.nodes[index]!;
  const value = single(run.value(id));
  const answer = single(run.grad(id));
  return value === null || answer === null ? null : { kind: 'seed', node: id, value, answer };
}

function askedContribution(index: number, run: RunResult, graph: Graph): AskedContribution | null {
  const { layout } = run;
  const { source, target, slot } = layout.edges[index]!;
  const [from, to] = [layout.nodes[source]!.id, layout.nodes[target]!.id];
  const gate = gateOf(to, run, graph);
  const edge = run.edge(to, slot);
  const [local, upstream, answer] = [single(edge?.local), single(edge?.upstream), single(edge?.contribution)];
  const output = single(run.value(to));
  if (!gate || local === null || upstream === null || answer === null || output === null) return null;
  let together = 0;
  for (const each of layout.edges)
    if (each.source === source && each.target === target)
      together += single(run.edge(to, each.slot)?.contribution) ?? 0;
  return { kind: 'contribution', source: from, target: to, slot, output, local, upstream, together, answer, ...gate };
}

function askedTotal(index: number, run: RunResult): AskedTotal | null {
  const { id } = run.layout.nodes[index]!;
  const [value, answer] = [single(run.value(id)), single(run.grad(id))];
  const parts = run.branches(id).flatMap((at) => {
    const { target, slot } = run.layout.edges[at]!;
    const node = run.layout.nodes[target]!.id;
    const contribution = single(run.edge(node, slot)?.contribution);
    return contribution === null ? [] : [{ target: node, slot, contribution }];
  });
  if (value === null || answer === null || parts.length < 2 || parts.length !== run.branches(id).length) return null;
  return { kind: 'total', node: id, value, parts, answer };
}
