import type { Plan } from '../plan/plan.ts';

/** Runs parts of a plan at other values, and puts the values back. */
export interface Perturbation {
  /** Values as they were when the perturbation was made. */
  readonly baseline: Float64Array;
  /** The nodes that depend on `start` and lead to `until`, in execution order, without `start` itself. */
  downstream(start: number, until: number): Int32Array;
  /** Computes the nodes anew; false where an op refuses its inputs. */
  recompute(nodes: Int32Array): boolean;
  /** Puts the values of the nodes back. */
  restore(nodes: Int32Array): void;
  restoreNode(node: number): void;
}

/** The plan's values must stand. Only values are put back: run the plan forward before its ops' scratch memory is used. */
export function perturbation(plan: Plan): Perturbation {
  const { layout, memory, calls, ops, firstEdge, source } = plan;
  const baseline = memory.slice(0, layout.nodes.length === 0 ? 0 : layout.nodes[0]!.grad);
  const affected = new Uint8Array(layout.nodes.length);
  let leading = new Uint8Array(0);
  let leadingTo = -1;

  const restoreNode = (node: number) => {
    const { data } = calls[node]!.y;
    const { value } = layout.nodes[node]!;
    for (let index = 0; index < data.length; index++) data[index] = baseline[value + index]!;
  };
  return {
    baseline,
    downstream(start, until) {
      if (leadingTo !== until) {
        leading = ancestorsOf(plan, until);
        leadingTo = until;
      }
      const found: number[] = [];
      affected[start] = 1;
      for (let node = start + 1; node <= until; node++) {
        if (leading[node] === 0) continue;
        for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) {
          if (affected[source[edge]!] === 0) continue;
          affected[node] = 1;
          found.push(node);
          break;
        }
      }
      affected[start] = 0;
      for (const node of found) affected[node] = 0;
      return Int32Array.from(found);
    },
    recompute(nodes) {
      try {
        for (let at = 0; at < nodes.length; at++) ops[nodes[at]!]!.forward(calls[nodes[at]!]!);
        return true;
      } catch {
        return false;
      }
    },
    restore(nodes) {
      for (let at = 0; at < nodes.length; at++) restoreNode(nodes[at]!);
    },
    restoreNode,
  };
}

/** Marks the nodes that a node depends on, and the node itself. */
function ancestorsOf({ layout, firstEdge, source }: Plan, until: number): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(layout.nodes.length);
  marks[until] = 1;
  for (let node = until; node >= 0; node--)
    if (marks[node] === 1)
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge++) marks[source[edge]!] = 1;
  return marks;
}

/** L at the current values: the objective, or the mean of its elements. */
export function lossOf({ calls, layout }: Plan): number {
  const { data } = calls[layout.objective]!.y;
  if (data.length === 1) return data[0]!;
  let sum = 0;
  for (let index = 0; index < data.length; index++) sum += data[index]!;
  return sum / data.length;
}
