import { frameId } from './flow-ids.ts';
import type { FlowNode, FrameFlowNode } from './flow-types.ts';
import type { VisibleFrame, VisibleGraph } from './visible-graph.ts';

/** Room between a frame and the gates inside; its label stands above them. */
const FRAME_PADDING = 24;
const FRAME_HEADER = 32;

/** The outline around the gates of an open group, which are in `gates` already. */
export function frameNode(
  frame: VisibleFrame,
  gates: ReadonlyMap<string, FlowNode>,
  visible: VisibleGraph,
  selected: boolean,
  before: ReadonlyMap<string, FlowNode>,
): FrameFlowNode {
  const boxes = frame.gates.flatMap((gate) => gates.get(gate) ?? []);
  const levels = innerLevels(frame, visible);
  const padding = FRAME_PADDING * (1 + levels);
  const left = Math.min(...boxes.map(({ position }) => position.x)) - padding;
  const top = Math.min(...boxes.map(({ position }) => position.y)) - padding - FRAME_HEADER * (1 + levels);
  const width = Math.max(...boxes.map(({ position, width }) => position.x + (width ?? 0))) + padding - left;
  const height = Math.max(...boxes.map(({ position, height }) => position.y + (height ?? 0))) + padding - top;
  const id = frameId(frame.group.id);
  const old = before.get(id);
  if (
    old?.type === 'frame' &&
    old.selected === selected &&
    old.data.frame.group.label === frame.group.label &&
    old.data.frame.gates.join() === frame.gates.join() &&
    old.position.x === left &&
    old.position.y === top &&
    old.width === width &&
    old.height === height
  )
    return old;
  return {
    id,
    type: 'frame',
    position: { x: left, y: top },
    data: { frame },
    selected,
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: -10 + Math.min(frame.depth, 8),
    dragHandle: '.frame-label',
    style: { pointerEvents: 'none' },
  };
}

/** How many frames lie inside one another within this one: each takes its own room. */
function innerLevels(frame: VisibleFrame, { frames }: VisibleGraph): number {
  const parents = new Map(frames.map(({ group }) => [group.id, group.group]));
  let levels = 0;
  for (const other of frames) {
    let at: string | undefined = other.group.id;
    let distance = 0;
    while (at !== undefined && at !== frame.group.id && distance <= frames.length) {
      at = parents.get(at);
      distance++;
    }
    if (at === frame.group.id) levels = Math.max(levels, distance);
  }
  return levels;
}
