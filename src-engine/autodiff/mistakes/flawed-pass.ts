import { sizeOf } from '../../tensor/shape.ts';
import type { Flaw, Pass, WrongNumbers } from './flaw.ts';

/** The backward pass as someone runs it who makes the mistake. Without a flaw it gives the right numbers. */
export function flawedPass(pass: Pass, flaw: Partial<Flaw>): WrongNumbers {
  const { layout, incoming } = pass;
  const zeros = (node: number) => new Float64Array(sizeOf(layout.nodes[node]!.shape));
  const grads: Float64Array[] = layout.nodes.map((_, node) => flaw.start?.(pass, node)?.slice() ?? zeros(node));
  const contributions: Float64Array[] = layout.edges.map(({ source }) => zeros(source));
  const sent: (Float64Array | null)[] = layout.nodes.map(() => null);
  if (layout.objective < 0) return { order: [], grads, contributions, sent };

  const seed = grads[layout.objective]!;
  seed.fill(1 / seed.length);
  const order = flaw.order?.(pass) ?? layout.backward;
  for (const node of order) {
    const dy = grads[node]!.slice();
    sent[node] = dy;
    for (const edge of incoming[node]!) {
      const part = flaw.send?.(pass, edge, dy) ?? pass.send(edge, dy);
      contributions[edge] = part;
      const sum = grads[layout.edges[edge]!.source]!;
      if (flaw.overwrites) sum.set(part);
      else for (let index = 0; index < sum.length; index++) sum[index]! += part[index]!;
    }
  }
  return { order, grads, contributions, sent };
}
