import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { edgeKey } from '#engine';
import { useSession, useSettings } from '../../stores/hooks.ts';
import { useStudio } from '../../stores/studio.ts';
import type { CanvasParts } from '../canvas-context.ts';
import { currentWire } from '../current.ts';
import type { FlowEdge, FlowModel, FlowNode } from '../flow-types.ts';
import type { Detail } from '../view-store.ts';
import { gatesIn } from './find.ts';
import type { Scene } from './scene.ts';

/** Graphs with more wires or gates than this are painted, but for what is near the pointer or in the middle of the view. */
const CROWDED_FROM = 150;
/** Elements stand for at most so many gates of a painted graph, and for so many wires. */
const MOST_GATES = 60;
const MOST_WIRES = 50;
/** So many gates become elements in one frame; the others are painted meanwhile. */
const MOUNTS_PER_FRAME = 12;
const MOST_SELECTED = 8;
const MOST_FRAMES = 60;

/** What React Flow gets as elements; everything else of the model is painted. */
export interface Drawn {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
  /** Ids of gates and wires that are elements. */
  readonly gates: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
  readonly detail: Detail;
  /** Whether anything is painted. */
  readonly painted: boolean;
}

export const isCrowded = (scene: Scene) => scene.wires.length > CROWDED_FROM || scene.gates.length > CROWDED_FROM;

export function useDrawn(model: FlowModel, scene: Scene, parts: CanvasParts): Drawn {
  const virtualise = useSettings((settings) => settings.virtualise);
  const detail = useStore(parts.view, (view) => view.detail);
  const crowded = isCrowded(scene);
  const painted = virtualise && (crowded || detail === 'box');
  const pinned = usePinned(parts, painted);
  const hot = useHotWires(parts, scene, painted);
  const window = useStore(parts.view, (view) => (painted && crowded && detail === 'full' ? view.window : null));
  const wanted = useMemo(
    () => (painted ? wantedGates(scene, pinned, hot, window) : null),
    [painted, scene, pinned, hot, window],
  );
  const mounted = useBudget(wanted);
  return useMemo(() => {
    if (!painted || !mounted) return wholeOf(model, detail);
    return partOf(model, scene, mounted, hot, detail);
  }, [model, scene, painted, mounted, hot, detail]);
}

function wholeOf(model: FlowModel, detail: Detail): Drawn {
  return { nodes: model.nodes, edges: model.edges, gates: NONE, wires: NONE, detail, painted: false };
}

const NONE: ReadonlySet<string> = new Set();
const NOTHING: readonly string[] = [];

function partOf(
  model: FlowModel,
  scene: Scene,
  mounted: ReadonlySet<string>,
  hot: readonly string[],
  detail: Detail,
): Drawn {
  const nodes: FlowNode[] = [];
  for (const id of mounted) {
    const index = scene.gateAt.get(id);
    if (index !== undefined) nodes.push(scene.gates[index]!);
  }
  const gates = new Set(nodes.map(({ id }) => id));
  let frames = 0;
  for (let at = model.nodes.length - 1; at >= 0 && frames < MOST_FRAMES; at--) {
    const node = model.nodes[at]!;
    if (node.type === 'gate') continue;
    nodes.push(node);
    frames++;
  }
  const edges: FlowEdge[] = [];
  for (const key of hot) {
    const edge = scene.wires[scene.wireAt.get(key) ?? -1];
    if (edge && gates.has(edge.source) && gates.has(edge.target) && edges.length < MOST_WIRES) edges.push(edge);
  }
  return { nodes, edges, gates, wires: new Set(edges.map(({ id }) => id)), detail, painted: true };
}

/** Gates that are elements whatever is seen: under the pointer, at the keyboard's cursor, edited, and a few selected. */
function usePinned({ view }: CanvasParts, painted: boolean): readonly string[] {
  const near = useStore(
    view,
    useShallow(({ pointed, cursor, editing, keyWire, wiring }) => {
      if (!painted) return [];
      const aimed = keyWire?.candidates[keyWire.at]?.gate;
      return [
        ...pointed,
        ...[cursor?.kind === 'gate' ? cursor.id : undefined, editing?.gate, keyWire?.from, aimed, wiring ?? undefined],
      ].filter((id) => id !== undefined);
    }),
  );
  const selected = useSession(
    useShallow(({ selectedNodes }) => (painted && selectedNodes.size <= MOST_SELECTED ? [...selectedNodes] : [])),
  );
  return useMemo(() => [...near, ...selected], [near, selected]);
}

/**
 * Wires that are elements: hovered, at the cursor, selected, pointed out, the one the last event was about, and those that
 * enter the gate under the pointer, whose ends can be picked up there.
 */
function useHotWires({ view, numbers }: CanvasParts, scene: Scene, painted: boolean): readonly string[] {
  const pointed = useStore(view, (state) => (painted && state.detail !== 'box' ? state.pointed : NOTHING));
  const entering = useMemo(() => {
    const wires = pointed.slice(0, 2).flatMap((id) => scene.entering(scene.gateAt.get(id) ?? -1).slice(0, 8));
    return wires.map((index) => scene.wires[index]!.id);
  }, [pointed, scene]);
  const cursor = useStore(view, ({ cursor: at }) => (painted && at?.kind === 'wire' ? at.key : null));
  const current = useStore(numbers, ({ shown }) => {
    const wire = painted ? currentWire(shown) : null;
    return wire ? edgeKey(wire.target, wire.slot) : null;
  });
  const asked = useSession(
    useShallow(({ hoveredEdge, selectedEdges, markedEdges }) => {
      if (!painted) return [];
      const few = selectedEdges.size <= MOST_SELECTED ? [...selectedEdges] : [];
      const hovered = hoveredEdge ? [edgeKey(hoveredEdge.target, hoveredEdge.slot)] : [];
      return [...hovered, ...few, ...[...markedEdges].slice(0, MOST_SELECTED)];
    }),
  );
  return useMemo(
    () => [...new Set([cursor, current, ...asked, ...entering])].filter((key) => key !== null),
    [cursor, current, asked, entering],
  );
}

/** The gates that should be elements, the most needed first. */
function wantedGates(
  scene: Scene,
  pinned: readonly string[],
  hot: readonly string[],
  window: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | null,
): readonly string[] {
  const wanted = new Set(pinned.filter((id) => scene.gateAt.has(id)));
  for (const key of hot) {
    const wire = scene.wires[scene.wireAt.get(key) ?? -1];
    if (wire) wanted.add(wire.source).add(wire.target);
  }
  if (window) {
    const middle = { x: (window.left + window.right) / 2, y: (window.top + window.bottom) / 2 };
    const away = (index: number) =>
      Math.hypot(scene.boxes[4 * index]! - middle.x, scene.boxes[4 * index + 1]! - middle.y);
    for (const index of gatesIn(scene, window).sort((a, b) => away(a) - away(b))) {
      if (wanted.size >= MOST_GATES) break;
      wanted.add(scene.gates[index]!.id);
    }
  }
  return [...wanted];
}

/** Lets a few gates become elements in each frame, so that a fast pan mounts no crowd at once. */
function useBudget(wanted: readonly string[] | null): ReadonlySet<string> | null {
  const { clock } = useStudio().platform;
  const [before, setBefore] = useState(wanted);
  const [mounted, setMounted] = useState(() => mountSome(NONE, wanted));
  let now = mounted;
  if (before !== wanted) {
    now = mountSome(mounted, wanted);
    setBefore(wanted);
    setMounted(now);
  }
  useEffect(() => {
    if (!wanted || mounted.size === wanted.length) return;
    const frame = clock.requestFrame(() => setMounted(mountSome(mounted, wanted)));
    return () => clock.cancelFrame(frame);
  }, [mounted, wanted, clock]);
  return wanted ? now : null;
}

/** What was mounted and still is wanted, and a few more. */
function mountSome(before: ReadonlySet<string>, wanted: readonly string[] | null): ReadonlySet<string> {
  if (!wanted) return NONE;
  if (wanted.length === before.size && wanted.every((id) => before.has(id))) return before;
  const mounted = new Set<string>();
  let fresh = 0;
  for (const id of wanted) {
    if (before.has(id)) mounted.add(id);
    else if (fresh < MOUNTS_PER_FRAME) {
      mounted.add(id);
      fresh++;
    }
  }
  return mounted;
}
