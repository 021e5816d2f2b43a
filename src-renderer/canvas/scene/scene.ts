import type { FlowEdge, FlowModel, FlowNode, GateFlowNode } from '../flow-types.ts';
import { portOf } from '../gate-data.ts';

/** The model's geometry as flat arrays, for drawing and for finding what lies at a point without React or the DOM. */
export interface Scene {
  readonly model: FlowModel;
  readonly gates: readonly GateFlowNode[];
  readonly gateAt: ReadonlyMap<string, number>;
  /** x, y, width, height of each gate, canvas coordinates. */
  readonly boxes: Float64Array;
  readonly wires: readonly FlowEdge[];
  readonly wireAt: ReadonlyMap<string, number>;
  /** x and y of the port each wire leaves, x and y of the one it enters. */
  readonly ends: Float64Array;
  /** Indices into `gates`: source and target of each wire. */
  readonly links: Int32Array;
  /** Left, top, right, bottom of all gates; `null` without any. */
  readonly bounds: Bounds | null;
  /** Incoming wires of a gate. */
  entering(gate: number): readonly number[];
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Keeps a scene in step with the model: after a drag only what moved is written anew, into the same arrays. */
export function createSceneKeeper(): (model: FlowModel) => Scene {
  let scene: Scene | null = null;
  return (model) => {
    if (scene?.model === model) return scene;
    scene = (scene && moved(scene, model)) ?? built(model);
    return scene;
  };
}

const isGate = (node: FlowNode): node is GateFlowNode => node.type === 'gate';

function built(model: FlowModel): Scene {
  const gates = model.nodes.filter(isGate);
  const gateAt = new Map(gates.map(({ id }, index) => [id, index]));
  const boxes = new Float64Array(4 * gates.length);
  gates.forEach((gate, index) => {
    writeBox(boxes, index, gate);
  });
  const wires = model.edges.filter(({ source, target }) => gateAt.has(source) && gateAt.has(target));
  const ends = new Float64Array(4 * wires.length);
  const links = new Int32Array(2 * wires.length);
  wires.forEach((wire, index) => {
    links[2 * index] = gateAt.get(wire.source)!;
    links[2 * index + 1] = gateAt.get(wire.target)!;
    writeEnds(ends, index, wire, gates[links[2 * index]!]!, gates[links[2 * index + 1]!]!);
  });
  let entering: number[][] | null = null;
  return {
    model,
    gates,
    gateAt,
    boxes,
    wires,
    wireAt: new Map(wires.map(({ id }, index) => [id, index])),
    ends,
    links,
    bounds: boundsOf(boxes),
    entering(gate) {
      entering ??= enteringOf(gates.length, links);
      return entering[gate] ?? [];
    },
  };
}

/** The scene with the gates that only moved put in their places; `null` when more than places changed. */
function moved(scene: Scene, model: FlowModel): Scene | null {
  const gates = model.nodes.filter(isGate);
  if (model.edges !== scene.model.edges || gates.length !== scene.gates.length) return null;
  const touched = new Uint8Array(gates.length);
  let any = false;
  for (let index = 0; index < gates.length; index++) {
    const [before, after] = [scene.gates[index]!, gates[index]!];
    if (before === after) continue;
    if (before.id !== after.id || before.data.geometry !== after.data.geometry) return null;
    touched[index] = 1;
    any = true;
    writeBox(scene.boxes, index, after);
  }
  if (!any) return { ...scene, model, gates };
  const { wires, links, ends } = scene;
  for (let index = 0; index < wires.length; index++) {
    const [source, target] = [links[2 * index]!, links[2 * index + 1]!];
    if (touched[source] || touched[target]) writeEnds(ends, index, wires[index]!, gates[source]!, gates[target]!);
  }
  return { ...scene, model, gates, bounds: boundsOf(scene.boxes) };
}

function writeBox(boxes: Float64Array, index: number, { position, data }: GateFlowNode): void {
  boxes[4 * index] = position.x;
  boxes[4 * index + 1] = position.y;
  boxes[4 * index + 2] = data.geometry.width;
  boxes[4 * index + 3] = data.geometry.height;
}

function writeEnds(
  ends: Float64Array,
  index: number,
  wire: FlowEdge,
  source: GateFlowNode,
  target: GateFlowNode,
): void {
  const from = source.data.geometry;
  ends[4 * index] = source.position.x + from.width;
  ends[4 * index + 1] = source.position.y + (from.outputs[portOf(wire.sourceHandle)?.port ?? 0] ?? 0);
  ends[4 * index + 2] = target.position.x;
  ends[4 * index + 3] = target.position.y + (target.data.geometry.inputs[portOf(wire.targetHandle)?.port ?? 0] ?? 0);
}

function boundsOf(boxes: Float64Array): Bounds | null {
  if (boxes.length === 0) return null;
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < boxes.length; at += 4) {
    left = Math.min(left, boxes[at]!);
    top = Math.min(top, boxes[at + 1]!);
    right = Math.max(right, boxes[at]! + boxes[at + 2]!);
    bottom = Math.max(bottom, boxes[at + 1]! + boxes[at + 3]!);
  }
  return { left, top, right, bottom };
}

function enteringOf(gates: number, links: Int32Array): number[][] {
  const entering: number[][] = Array.from({ length: gates }, () => []);
  for (let wire = 0; 2 * wire < links.length; wire++) entering[links[2 * wire + 1]!]!.push(wire);
  return entering;
}
