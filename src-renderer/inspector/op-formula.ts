import { type GraphNode, type OpDefinition, slotName } from '#engine';
import { localOf } from '../math/derivative.ts';
import { type MathSymbol, symbolOf, symbolOfName } from '../math/symbols.ts';
import type { NodesById } from '../stores/current-step.ts';
import { attributesOf } from './op-attributes.ts';

/** A formula in two halves, so that equals signs can be aligned. */
export interface Equation {
  readonly left: string;
  readonly right: string;
}

/** The symbols of what a node reads; an empty slot has the slot's name. */
export function inputSymbols(node: GraphNode, op: OpDefinition, nodes: NodesById): readonly MathSymbol[] {
  return node.inputs.map((id, slot) => {
    const input = nodes.get(id ?? '');
    return input ? symbolOf(input) : symbolOfName(slotName(op.slots, slot));
  });
}

/** y = f(x); `null` for leaves and where the settings are wrong. */
export function forwardEquation(node: GraphNode, op: OpDefinition, nodes: NodesById): Equation | null {
  const attrs = attributesOf(node, op);
  if (!attrs || op.leaf || node.inputs.length === 0) return null;
  const x = inputSymbols(node, op, nodes).map(({ latex }) => latex);
  return { left: symbolOf(node).latex, right: op.latex.forward(x, attrs) };
}

/**
 * ∂y/∂x through a slot; for ops that are not elementwise the vector-Jacobian rule, with a bar for ∂L/∂. A source that
 * enters twice is told apart by the number of its slot.
 */
export function localEquation(node: GraphNode, op: OpDefinition, nodes: NodesById, slot: number): Equation | null {
  const attrs = attributesOf(node, op);
  const symbols = inputSymbols(node, op, nodes);
  const symbol = symbols[slot];
  if (!attrs || !symbol) return null;
  const x = symbols.map(({ latex }) => latex);
  const y = symbolOf(node);
  const right = op.latex.local(slot, x, y.latex, attrs);
  const repeated = node.inputs.filter((id) => id !== null && id === node.inputs[slot]).length > 1;
  const index = repeated ? `_{${slot + 1}}` : '';
  if (!op.elementwise) return { left: `\\bar{${symbol.latex}}${index}`, right };
  return { left: `${localOf(y, symbol).latex}${index}`, right };
}
