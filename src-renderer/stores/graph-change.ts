import type { Graph, GraphNode, Group, TensorLiteral } from '#engine';
import { sameJson } from './same-document.ts';

/** What the engine has to do about an edit. */
export type GraphChange =
  /** Positions, titles, labels: the numbers stand. */
  | { readonly kind: 'none' }
  /** Values of leaves only: the plan stands. */
  | { readonly kind: 'values'; readonly values: readonly { readonly node: string; readonly value: TensorLiteral }[] }
  | { readonly kind: 'graph' };

export function graphChange(before: Graph, after: Graph): GraphChange {
  const whole: GraphChange = { kind: 'graph' };
  if (before.objective !== after.objective || before.nodes.length !== after.nodes.length) return whole;
  if (!sameGroups(before.groups, after.groups)) return whole;
  const values: { readonly node: string; readonly value: TensorLiteral }[] = [];
  for (let index = 0; index < after.nodes.length; index++) {
    const [old, node] = [before.nodes[index]!, after.nodes[index]!];
    if (old === node) continue;
    if (!sameWiring(old, node)) return whole;
    if (sameJson(old.attrs, node.attrs)) continue;
    const value = changedValue(old, node);
    if (value === undefined) return whole;
    values.push({ node: node.id, value });
  }
  return values.length > 0 ? { kind: 'values', values } : { kind: 'none' };
}

function sameWiring(a: GraphNode, b: GraphNode): boolean {
  return (
    a.id === b.id &&
    a.op === b.op &&
    a.group === b.group &&
    (a.inputs === b.inputs ||
      (a.inputs.length === b.inputs.length && a.inputs.every((input, slot) => input === b.inputs[slot])))
  );
}

function sameGroups(a: readonly Group[], b: readonly Group[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length && a.every((group, index) => group.id === b[index]!.id && group.group === b[index]!.group)
  );
}

/** The new `value`, when it is the only setting of a leaf that changed; shapes may differ, the engine plans again then. */
function changedValue(before: GraphNode, after: GraphNode): TensorLiteral | undefined {
  if (after.inputs.length > 0 || after.attrs['value'] === undefined) return undefined;
  return sameJson({ ...before.attrs, value: null }, { ...after.attrs, value: null })
    ? (after.attrs['value'] as TensorLiteral)
    : undefined;
}
