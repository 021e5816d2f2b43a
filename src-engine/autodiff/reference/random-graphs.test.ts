import { describe, expect, test } from 'vitest';
import type { Graph, GraphNode } from '../../graph/graph.ts';
import { evaluate } from '../../run/evaluate.ts';
import { near, type ReferenceNumber, readReference } from '../../testing/reference.ts';

/** Tensors as nested lists. */
type Nested = ReferenceNumber | readonly Nested[];

interface ReferenceGraph {
  readonly document: {
    readonly title: string;
    readonly nodes: readonly (Pick<GraphNode, 'id' | 'op'> & Partial<GraphNode>)[];
    readonly objective: string;
  };
  readonly value: Readonly<Record<string, Nested>>;
  readonly grad: Readonly<Record<string, Nested>>;
}

const read = (name: string) =>
  readReference<{ graphs: readonly ReferenceGraph[] }>(new URL(name, import.meta.url)).graphs;

const graphOf = ({ nodes, objective }: ReferenceGraph['document']): Graph => ({
  nodes: nodes.map((node) => ({ attrs: {}, inputs: [], ...node })),
  groups: [],
  objective,
});

const flat = (nested: Nested): number[] =>
  typeof nested === 'object' ? nested.flatMap((entry) => flat(entry)) : [Number(nested)];

const shapeOf = (nested: Nested): number[] =>
  typeof nested === 'object' ? [nested.length, ...shapeOf(nested[0]!)] : [];

/** Every number of every node that is further from PyTorch's than |Δ| ≤ 1e-12 + 1e-9·|number|. */
function differences({ document, value, grad }: ReferenceGraph): string[] {
  const result = evaluate(graphOf(document));
  if (result.problems.length > 0) return result.problems.map(({ message }) => `${document.title}: ${message}`);
  return document.nodes.flatMap(({ id }) =>
    (
      [
        ['value', result.value(id)!, value[id]!],
        ['gradient', result.grad(id)!, grad[id]!],
      ] as const
    ).flatMap(([what, found, reference]) => {
      expect(found.shape, `${document.title}: shape of ${id}`).toEqual(shapeOf(reference));
      return flat(reference).flatMap((wanted, index) =>
        near(found.data[index]!, wanted, 1e-12, 1e-9)
          ? []
          : [`${document.title}: ${what} of ${id}[${index}] is ${found.data[index]} where PyTorch has ${wanted}`],
      );
    }),
  );
}

/** The first of the differences are the message. */
const agrees = (found: readonly string[]) => expect(found.length, found.slice(0, 20).join('\n')).toBe(0);

describe('a graph that uses an operand more than once', () => {
  const graphs = read('shared-operands.json');
  test.each(graphs.map((graph) => [graph.document.title, graph] as const))(
    'agrees with PyTorch on %s',
    (_title, graph) => {
      agrees(differences(graph));
    },
  );
});

describe('random graphs', () => {
  const graphs = read('random-graphs.json');

  test('are a thousand, half of them with tensors', () => {
    expect(graphs).toHaveLength(1000);
    expect(
      graphs.filter(({ value }) => Object.values(value).some((each) => typeof each === 'object')).length,
    ).toBeGreaterThan(450);
  });

  test('have PyTorch’s value and gradient at every node', () => {
    agrees(graphs.flatMap(differences));
  });
});
