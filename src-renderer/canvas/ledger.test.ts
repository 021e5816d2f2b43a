import { expect, it } from 'vitest';
import { type ChainruleDocument, emptyDocument, evaluate, type GraphNode } from '#engine';
import { shownNumbers } from '../stores/shown.ts';
import { ledgerOf } from './ledger.ts';
import { visibleGraph } from './visible-graph.ts';

const node = (id: string, op: string, inputs: string[] = [], more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  op,
  inputs,
  attrs: {},
  ...more,
});
const squaredError: ChainruleDocument = {
  ...emptyDocument,
  nodes: [
    node('w', 'parameter', [], { attrs: { value: 3 } }),
    node('x', 'input', [], { attrs: { value: 1 } }),
    node('p', 'mul', ['w', 'x']),
    node('one', 'constant', [], { attrs: { value: 1 } }),
    node('d', 'sub', ['p', 'one'], { group: 'g' }),
    node('E', 'square', ['d'], { group: 'g' }),
  ],
  groups: [{ id: 'g', label: 'error' }],
  objective: 'E',
};

function ledger(document: ChainruleDocument, key: string, done = Number.POSITIVE_INFINITY) {
  const result = evaluate(document);
  const visible = visibleGraph(document);
  const wire = visible.wires.find(({ target, slot }) => `${target}:${slot}` === key)!;
  const gate = visible.gates.find(({ id }) => id === wire.targetGate);
  return ledgerOf(wire, gate, document, shownNumbers(result, Math.min(done, result.trace.events.length)));
}

const numbers = (read: ReturnType<typeof ledger>) =>
  [read?.local, read?.upstream, read?.contribution].map((tensor) => (tensor ? tensor.data[0] : tensor));

it('says local × upstream = contribution in the symbols of the wire', () => {
  const read = ledger(squaredError, 'd:0');
  expect([read?.output.text, read?.source.text]).toEqual(['d', 'p']);
  expect(numbers(read)).toEqual([1, 4, 4]);
});

it('has no numbers before they are computed', () => {
  expect(numbers(ledger(squaredError, 'd:0', 0))).toEqual([null, null, null]);
});

it('knows the local derivative from the moment the target is computed', () => {
  const forward = evaluate(squaredError).trace.phaseStart.backward;
  expect(numbers(ledger(squaredError, 'd:0', forward))).toEqual([1, null, null]);
});

it('takes the derivative of a merged gate’s output for wires that enter it', () => {
  const merged = { ...squaredError, groups: [{ id: 'g', label: 'error', collapsed: true }] };
  const read = ledger(merged, 'd:0');
  expect([read?.output.text, read?.merged]).toEqual(['E', 'error']);
  expect(numbers(read)).toEqual([4, 1, 4]);
});

it('numbers the inputs where a node enters a gate twice: 3 + 3 = 6', () => {
  const square: ChainruleDocument = {
    ...emptyDocument,
    nodes: [node('x', 'parameter', [], { attrs: { value: 3 } }), node('y', 'mul', ['x', 'x'])],
  };
  expect([ledger(square, 'y:0')?.input, ledger(square, 'y:1')?.input]).toEqual([1, 2]);
  expect([ledger(square, 'y:0'), ledger(square, 'y:1')].map((read) => read?.contribution?.data[0])).toEqual([3, 3]);
});

it('gives the rule where no product of numbers describes the gate', () => {
  const product: ChainruleDocument = {
    ...emptyDocument,
    nodes: [
      node('x', 'input', [], { attrs: { value: [[1, 2]] } }),
      node('W', 'parameter', [], { attrs: { value: [[1], [2]] } }),
      node('z', 'matmul', ['x', 'W']),
      node('L', 'sum', ['z']),
    ],
  };
  expect(ledger(product, 'z:1')?.rule).toContain('x');
  expect(ledger(product, 'z:1')?.shapes?.contribution).toBe('[2, 1]');
});
