import type { Point } from '#engine';
import { around, boxOf } from './box.ts';
import type { GateData } from './gate-data.ts';
import type { VisibleGraph } from './visible-graph.ts';

interface DrawnNode {
  readonly id: string;
  readonly type?: string;
  readonly position: Point;
  readonly width?: number;
  readonly height?: number;
  readonly data: unknown;
}

/** From the inside of a gate to the nodes outside it is wired to: a wire with its chip. */
const GAP = 144;
const BETWEEN = 24;

/**
 * Stands the nodes outside beside the inside of a gate: what it reads at the left, what reads it at the right, each as high
 * as its wires allow.
 */
export function placeBoundary<N extends DrawnNode>(gates: Map<string, N>, { wires }: VisibleGraph): void {
  const all = [...gates.values()].filter(({ type }) => type === 'gate');
  const outside = all.filter((node) => {
    const { gate } = dataOf(node);
    return gate.kind === 'node' && gate.boundary === true;
  });
  if (outside.length === 0) return;
  const box = around(all.filter((node) => !outside.includes(node)).map(boxOf)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const reads = new Set(wires.map(({ sourceGate }) => sourceGate));
  for (const side of ['left', 'right'] as const) {
    const standing = outside.filter(({ id }) => reads.has(id) === (side === 'left'));
    const wanted = standing
      .map((node) => ({ node, y: heightOf(node, side) }))
      .sort((a, b) => a.y - b.y || a.node.id.localeCompare(b.node.id));
    let free = Number.NEGATIVE_INFINITY;
    for (const { node, y } of wanted) {
      const at = {
        x: side === 'left' ? box.x - GAP - (node.width ?? 0) : box.x + box.width + GAP,
        y: Math.max(y, free),
      };
      free = at.y + (node.height ?? 0) + BETWEEN;
      if (node.position.x !== at.x || node.position.y !== at.y) gates.set(node.id, { ...node, position: at });
    }
  }

  /** Where a straight wire would come out: the mean height of the ports at its other end. */
  function heightOf(node: N, side: 'left' | 'right'): number {
    const heights = wires.flatMap((wire) => {
      const other = gates.get(side === 'left' ? wire.targetGate : wire.sourceGate);
      if ((side === 'left' ? wire.sourceGate : wire.targetGate) !== node.id || other?.type !== 'gate') return [];
      const { inputs, outputs } = dataOf(other).geometry;
      const port = side === 'left' ? (inputs[wire.slot] ?? inputs[0] ?? 44) : (outputs[0] ?? 44);
      return [other.position.y + port];
    });
    const mean = heights.reduce((sum, y) => sum + y, 0) / Math.max(1, heights.length);
    return Math.round((mean - 20) / 8) * 8 + 4;
  }
}

const dataOf = ({ data }: DrawnNode) => data as GateData; // of nodes of type `gate`
