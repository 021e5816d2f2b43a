import { addNodes, findOp, type Graph, type GraphNode, idSource, type Point, place } from '#engine';
import { freshName } from '../commands/insert.ts';
import { gateGeometry, snap } from '../layout/gate-geometry.ts';
import { layered } from '../layout/layered.ts';
import type { LayoutGraph } from '../layout/layout-graph.ts';
import type { ParsedExpression } from './expression.ts';
import { usedSteps } from './used-steps.ts';

/** Names that stand for what is learned; all others are data. */
const PARAMETER = /^(w|b|θ|theta|weight|bias)(_?\d+)*$/i;
const WIDTH = 120;

export interface Expansion<G extends Graph> {
  readonly graph: G;
  /** Nodes that are new. */
  readonly added: readonly string[];
  /** The node that is the whole expression. */
  readonly result: string;
}

/**
 * Adds the gates of an expression. Names that the graph has, by label or id, are read from there; others become inputs and
 * parameters with value 1. The new gates are laid out around `at`.
 */
export function withExpression<G extends Graph>(graph: G, expression: ParsedExpression, at: Point): Expansion<G> {
  const ids = new Map<number, string>();
  const added: GraphNode[] = [];
  let next: G = graph;
  const add = (index: number, node: GraphNode) => {
    next = addNodes(next, [node]);
    added.push(node);
    ids.set(index, node.id);
  };
  for (const index of usedSteps(expression)) {
    const step = expression.steps[index]!;
    if (step.kind === 'number') {
      const id = freshName(next, findOp('constant')!);
      add(index, { id, op: 'constant', attrs: { value: step.value }, inputs: [] });
    } else if (step.kind === 'name') {
      const known = graph.nodes.find(({ label, id }) => label === step.name || id === step.name);
      if (known) ids.set(index, known.id);
      else {
        const op = PARAMETER.test(step.name) ? 'parameter' : 'input';
        add(index, { ...named(next, step.name), op, attrs: { value: 1 }, inputs: [] });
      }
    } else {
      const inputs = step.inputs.map((input) => ids.get(input)!);
      const naming =
        index === expression.result && expression.name !== null
          ? named(next, expression.name)
          : { id: freshName(next, findOp(step.op)!) };
      add(index, { ...naming, op: step.op, attrs: {}, inputs });
    }
  }
  const layout = layered(layoutOf(added));
  const corner = centred([...layout.values()], at);
  const places = new Map([...layout].map(([id, { x, y }]) => [id, { x: x + corner.x, y: y + corner.y }]));
  return { graph: place(next, places), added: added.map(({ id }) => id), result: ids.get(expression.result)! };
}

/** The name as id where documents allow it, as label where they do not. */
function named(graph: Graph, name: string): { readonly id: string; readonly label?: string } {
  const allowed = /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name);
  const id = idSource(graph).fresh(allowed ? name : 'v1');
  return id === name ? { id } : { id, label: name };
}

function layoutOf(nodes: readonly GraphNode[]): LayoutGraph {
  const fresh = new Set(nodes.map(({ id }) => id));
  const readers = new Map<string, number>();
  for (const { inputs } of nodes)
    for (const input of inputs) if (input !== null) readers.set(input, (readers.get(input) ?? 0) + 1);
  const geometry = (node: GraphNode) => gateGeometry(node.inputs.length, 1, WIDTH);
  return {
    boxes: nodes.map((node) => ({
      id: node.id,
      width: WIDTH,
      height: geometry(node).height,
      below: (readers.get(node.id) ?? 0) > 1 ? 40 : 0,
    })),
    wires: nodes.flatMap((node) =>
      node.inputs.flatMap((source, slot) =>
        source !== null && fresh.has(source)
          ? [{ source, sourceY: 44, target: node.id, targetY: geometry(node).inputs[slot]! }]
          : [],
      ),
    ),
    frames: [],
  };
}

function centred(corners: readonly Point[], at: Point): Point {
  if (corners.length === 0) return at;
  const middle = (values: readonly number[], size: number) => (Math.min(...values) + Math.max(...values) + size) / 2;
  return {
    x: snap(
      at.x -
        middle(
          corners.map(({ x }) => x),
          WIDTH,
        ),
    ),
    y: snap(
      at.y -
        middle(
          corners.map(({ y }) => y),
          88,
        ),
    ),
  };
}
