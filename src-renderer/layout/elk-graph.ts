import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api';
import type { Point } from '#engine';
import { COLUMN_GAP, FRAME_INSET, type Layout, type LayoutBox, type LayoutGraph, ROW_GAP } from './layout-graph.ts';

/** Frames and boxes share the layout's space of ids. */
const frameId = (frame: string) => `frame:${frame}`;

const ROOT_OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': `${ROW_GAP}`,
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': `${COLUMN_GAP}`,
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.separateConnectedComponents': 'true',
  'elk.spacing.componentComponent': '72',
};

/** The graph as the layout library reads it: ports fixed where the boxes have them, frames as nodes around nodes. */
export function toElk({ boxes, wires, frames }: LayoutGraph): ElkNode {
  const ports = new Map<string, Map<string, ElkPort>>();
  const portAt = (box: LayoutBox | undefined, side: 'WEST' | 'EAST', y: number): string => {
    const owner = box?.id ?? '';
    const id = `${owner}/${side}/${y}`;
    const own = ports.get(owner) ?? new Map<string, ElkPort>();
    ports.set(owner, own);
    own.set(id, {
      id,
      x: side === 'WEST' ? 0 : (box?.width ?? 0),
      y,
      width: 0,
      height: 0,
      layoutOptions: { 'elk.port.side': side },
    });
    return id;
  };
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const edges: ElkExtendedEdge[] = wires.flatMap((wire, index) => {
    const [source, target] = [byId.get(wire.source), byId.get(wire.target)];
    if (!source || !target) return [];
    return [
      {
        id: `wire:${index}`,
        sources: [portAt(source, 'EAST', wire.sourceY)],
        targets: [portAt(target, 'WEST', wire.targetY)],
      },
    ];
  });
  const childrenOf = (frame: string | undefined): ElkNode[] => [
    ...boxes
      .filter((box) => box.frame === frame)
      .map((box) => ({
        id: box.id,
        width: box.width,
        height: box.height + box.below,
        ports: [...(ports.get(box.id)?.values() ?? [])],
        layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      })),
  ];
  // Frames from the innermost out: each is complete before the one around it takes it in.
  const nodes = new Map(frames.map(({ id }) => [id, { id: frameId(id), children: childrenOf(id) }]));
  const top = childrenOf(undefined);
  for (const { id, frame } of frames) {
    const around = frame === undefined ? undefined : nodes.get(frame);
    (around?.children ?? top).push({
      ...nodes.get(id)!,
      layoutOptions: {
        'elk.padding': `[top=${FRAME_INSET.top},left=${FRAME_INSET.side},bottom=${FRAME_INSET.side},right=${FRAME_INSET.side}]`,
      },
    });
  }
  return { id: 'root', layoutOptions: { ...ROOT_OPTIONS }, children: top, edges };
}

/** Absolute corners of the boxes; columns on eights, rows on fours, so that straight wires stay straight. */
export function fromElk(root: ElkNode): Layout {
  const layout = new Map<string, Point>();
  const queue: { node: ElkNode; x: number; y: number }[] = (root.children ?? []).map((node) => ({ node, x: 0, y: 0 }));
  for (let head = 0; head < queue.length; head++) {
    const { node, x, y } = queue[head]!;
    const at = { x: x + (node.x ?? 0), y: y + (node.y ?? 0) };
    if (node.children === undefined) layout.set(node.id, { x: Math.round(at.x / 8) * 8, y: Math.round(at.y / 4) * 4 });
    else for (const child of node.children) queue.push({ node: child, ...at });
  }
  return layout;
}
