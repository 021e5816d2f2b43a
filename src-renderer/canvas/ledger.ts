import { type AttributeRule, type ChainruleDocument, findOp, type GraphNode, shapeText, type Tensor } from '#engine';
import type { MathSymbol } from '../math/symbols.ts';
import { symbolOf } from '../math/symbols.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import type { VisibleGate, VisibleWire } from './visible-graph.ts';

/** `local × upstream = contribution` of one wire, in symbols and numbers. */
export interface Ledger {
  readonly source: MathSymbol;
  /** What the local derivative is of: the target, or the output of the merged gate around it. */
  readonly output: MathSymbol;
  /** Which input of the target, from 1, where the source enters it more than once. */
  readonly input: number | null;
  readonly local: Tensor | null;
  readonly upstream: Tensor | null;
  readonly contribution: Tensor | null;
  /** For ops that are not elementwise: the rule in LaTeX instead of a product. */
  readonly rule: string | null;
  /** Name of the merged gate the wire enters. */
  readonly merged: string | null;
  /** `[2, 3]` for tensors; empty for plain numbers. */
  readonly shapes: { readonly upstream: string; readonly contribution: string } | null;
}

/** What the ledger of a wire says at the player's position; `null` when the document no longer has it. */
export function ledgerOf(
  wire: VisibleWire,
  gate: VisibleGate | undefined,
  document: ChainruleDocument,
  shown: ShownNumbers,
): Ledger | null {
  const node = (id: string | undefined) => document.nodes.find((each) => each.id === id);
  const source = node(wire.source);
  const target = node(wire.target);
  if (!source || !target) return null;
  const edge = shown.edge(wire.target, wire.slot);
  const tensors = (edge.contribution ?? edge.value)?.shape.length !== 0 && (edge.contribution ?? edge.value) !== null;
  const group = gate?.kind === 'group' ? gate : null;
  const outputNode = group?.outputs.length === 1 ? node(group.outputs[0]) : undefined;
  const merged =
    group && outputNode ? { local: shown.groupLocal(group.id, wire.target, wire.slot), output: outputNode } : null;
  const output = merged?.output ?? target;
  const upstream = merged ? shown.grad(merged.output.id) : edge.upstream;
  const entries = group
    ? group.inputs.filter((input) => node(input.target)?.inputs[input.slot] === wire.source)
    : target.inputs.flatMap((input, slot) => (input === wire.source ? [{ target: target.id, slot }] : []));
  const position = entries.findIndex((entry) => entry.target === wire.target && entry.slot === wire.slot);
  return {
    source: symbolOf(source),
    output: symbolOf(output),
    input: entries.length > 1 ? position + 1 : null,
    local: merged ? merged.local : edge.local,
    upstream,
    contribution: edge.contribution,
    rule: merged ? null : ruleOf(target, wire.slot, node),
    merged: group ? (group.group.label ?? group.id) : null,
    shapes:
      tensors && upstream && edge.contribution
        ? { upstream: shapeText(upstream.shape), contribution: shapeText(edge.contribution.shape) }
        : null,
  };
}

/** The vector-Jacobian rule of an op that is not elementwise, in the symbols of this graph. */
function ruleOf(
  target: GraphNode,
  slot: number,
  node: (id: string | undefined) => GraphNode | undefined,
): string | null {
  const op = findOp(target.op);
  if (!op || op.elementwise) return null;
  const inputs = target.inputs.map((input) => {
    const read = node(input ?? undefined);
    return read ? symbolOf(read).latex : '\\square';
  });
  const attrs: Record<string, unknown> = {};
  try {
    for (const [key, rule] of Object.entries<AttributeRule>(op.attrs))
      attrs[key] = Object.hasOwn(target.attrs, key) ? rule.read(target.attrs[key], key) : rule.default;
    return op.latex.local(slot, inputs, symbolOf(target).latex, attrs);
  } catch {
    return null; // settings that the op refuses: its own problem says so
  }
}
