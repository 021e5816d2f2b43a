import { ChainruleError, type Problem, type ProblemPlace, problem } from '../errors/fail.ts';
import type { Attributes, OpDefinition } from '../ops/define.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Adjacency } from './adjacency.ts';
import type { GraphNode } from './graph.ts';
import { nearest } from './nearest.ts';
import { slotCount, slotCountText, slotName } from './slots.ts';

/** Where ops are looked up by id: the registry's, or one made for a test. */
export type OpTable = ReadonlyMap<string, OpDefinition>;

/**
 * What is wrong with a node's op and inputs, each alone: unknown op, empty and surplus slots, inputs that name no node.
 */
export function wiringProblems(
  node: GraphNode,
  index: number,
  op: OpDefinition | undefined,
  table: OpTable,
  indexOf: Adjacency['indexOf'],
): Problem[] {
  const problems: Problem[] = [];
  const at = { node: node.id };
  if (indexOf.get(node.id) !== index) {
    const facts = { id: node.id, first: `nodes[${indexOf.get(node.id)}]` };
    problems.push(problem('document.duplicate-id', facts, { ...at, path: `nodes[${index}].id` }));
  }
  if (!op) {
    const facts = { op: node.op, nearest: nearest(node.op, table.keys()) };
    problems.push(problem('graph.unknown-op', facts, { ...at, path: `nodes[${index}].op` }));
  }
  const found = node.inputs.length;
  const expected = op ? slotCount(op.slots, found) : found;
  for (let slot = 0; slot < Math.max(found, expected); slot++) {
    const input = node.inputs[slot] ?? null;
    if (input !== null && slot < expected && indexOf.has(input)) continue;
    const place = { ...at, slot, path: `nodes[${index}].inputs[${slot}]` };
    if (op && slot >= expected) {
      const facts = { node: node.id, op: op.id, expected: slotCountText(op.slots), found };
      problems.push(problem('graph.slot-count', facts, place));
      break;
    }
    if (input === null) {
      if (op)
        problems.push(problem('graph.empty-slot', { node: node.id, slot: slotName(op.slots, slot), op: op.id }, place));
    } else problems.push(problem('graph.unknown-input', { id: input }, place));
  }
  return problems;
}

/** A node's settings, read by the op's own rules; all that is wrong with them, and then no settings. */
export function readAttributes(
  node: GraphNode,
  index: number,
  op: OpDefinition,
): { readonly attrs: Attributes; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const attrs: Record<string, unknown> = {};
  const path = () => `nodes[${index}].attrs`;
  for (const key in node.attrs)
    if (!Object.hasOwn(op.attrs, key)) {
      const facts = { key, known: Object.keys(op.attrs) };
      problems.push(problem('document.unknown-key', facts, { path: `${path()}.${key}`, node: node.id }));
    }
  for (const key in op.attrs) {
    const rule = op.attrs[key]!;
    const raw = Object.hasOwn(node.attrs, key) ? node.attrs[key] : undefined;
    if (raw === undefined && rule.default === undefined)
      problems.push(problem('document.missing', { key }, { path: path(), node: node.id }));
    else if (raw === undefined) attrs[key] = rule.default;
    else
      try {
        attrs[key] = rule.read(raw, `${path()}.${key}`);
      } catch (error) {
        problems.push(asProblem(error, { node: node.id }));
      }
  }
  return { attrs, problems };
}

/** A node's shape, or why it has none. */
export function inferShape(
  node: GraphNode,
  index: number,
  op: OpDefinition,
  inputs: readonly Shape[],
  attrs: Attributes,
): { readonly shape: Shape } | { readonly problem: Problem } {
  try {
    return { shape: op.shape(inputs, attrs) };
  } catch (error) {
    return { problem: asProblem(error, { node: node.id, path: `nodes[${index}]` }) };
  }
}

/** What an op threw, as a problem; a place that it named itself is kept. */
export function asProblem(error: unknown, place: ProblemPlace): Problem {
  if (error instanceof ChainruleError) return { ...place, ...error.problem };
  return problem('engine.internal', { detail: error instanceof Error ? error.message : `${error}` }, place);
}
