import type { Point } from '#engine';
import { type Box, boxOf } from './box.ts';
import type { FlowEdge, FlowModel, FlowNode } from './flow-types.ts';

/** Where a wire runs, in canvas coordinates, with the boxes of its gates. */
export interface WirePlace {
  readonly edge: FlowEdge;
  readonly from: Point;
  readonly to: Point;
  readonly gates: readonly Box[];
}

/** `null` for a wire that is not drawn. */
export function wirePlace(model: FlowModel, key: string): WirePlace | null {
  const edge = model.edges.find(({ id }) => id === key);
  const source = model.nodes.find(({ id }) => id === edge?.source);
  const target = model.nodes.find(({ id }) => id === edge?.target);
  const from = handlePoint(source, edge?.sourceHandle);
  const to = handlePoint(target, edge?.targetHandle);
  if (!edge || !source || !target || !from || !to) return null;
  return { edge, from, to, gates: [boxOf(source), boxOf(target)] };
}

export function handlePoint(node: FlowNode | undefined, handle: string | null | undefined): Point | null {
  const found = node?.handles?.find(({ id }) => id === handle);
  if (!node || !found) return null;
  return {
    x: node.position.x + found.x + (found.width ?? 0) / 2,
    y: node.position.y + found.y + (found.height ?? 0) / 2,
  };
}
