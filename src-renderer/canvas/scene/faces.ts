import { findOp, type OpCategory, type Tensor } from '#engine';
import { signOf, summarize } from '../../math/format-number.ts';
import { symbolOf, symbolOfName } from '../../math/symbols.ts';
import type { ShownNumbers } from '../../stores/shown.ts';
import { currentNode } from '../current.ts';
import type { GateFlowNode } from '../flow-types.ts';
import type { VisibleWire } from '../visible-graph.ts';
import { type WireTone, wireLook } from '../wire-look.ts';
import type { Colours } from './colours.ts';
import type { Scene } from './scene.ts';

export type TextTone = 'none' | 'plain' | 'plus' | 'minus' | 'mixed' | 'zero' | 'error';

/** A number as it is painted. */
export interface NumberInk {
  readonly text: string;
  readonly tone: TextTone;
}

interface WireFace {
  readonly tone: WireTone;
  readonly width: number;
  readonly now: boolean;
}

interface GateFace {
  readonly symbol: string;
  readonly upright: boolean;
  readonly category: keyof Colours;
  readonly parameter: boolean;
}

const CHIP_CH = 9;
const GATE_CH = 8;

/**
 * What is painted of numbers, found when it is first seen and kept until the numbers change: a pan formats nothing, a
 * hidden number is never formatted.
 */
export interface Faces {
  wire(index: number): WireFace;
  chip(index: number): readonly [value: NumberInk, contribution: NumberInk];
  gate(index: number): GateFace;
  value(index: number): NumberInk;
  gradient(index: number): NumberInk;
  /** Node or gate that the last event was about. */
  readonly current: string | null;
}

export function createFaces(): (scene: Scene, shown: ShownNumbers) => Faces {
  let last: { readonly scene: Scene; readonly shown: ShownNumbers; readonly faces: Faces } | null = null;
  const gateFaces = new WeakMap<object, GateFace>();
  return (scene, shown) => {
    if (last && last.shown === shown && last.scene.wires === scene.wires && sameGates(last.scene, scene))
      return last.faces;
    const faces = facesOf(scene, shown, gateFaces);
    last = { scene, shown, faces };
    return faces;
  };
}

/** Gates that only moved keep the order and the faces they had. */
const sameGates = (a: Scene, b: Scene) => a.gates === b.gates || a.gateAt === b.gateAt;

function facesOf(scene: Scene, shown: ShownNumbers, gateFaces: WeakMap<object, GateFace>): Faces {
  const wires: WireFace[] = [];
  const chips: (readonly [NumberInk, NumberInk])[] = [];
  const values: NumberInk[] = [];
  const gradients: NumberInk[] = [];
  const output = (index: number) => outputOf(scene.gates[index]!);
  const wireOf = (index: number): VisibleWire => scene.wires[index]!.data!.wire;
  const now = currentNode(shown);
  return {
    current: now === null ? null : (scene.model.visible.gateOf.get(now) ?? now),
    wire(index) {
      wires[index] ??= lookOf(shown, wireOf(index));
      return wires[index];
    },
    chip(index) {
      const known = chips[index];
      if (known) return known;
      const { target, slot } = wireOf(index);
      const { value, contribution } = shown.edge(target, slot);
      const made = [inkOf(value, 'value', CHIP_CH), inkOf(contribution, 'gradient', CHIP_CH)] as const;
      chips[index] = made;
      return made;
    },
    gate(index) {
      const { data } = scene.gates[index]!;
      const known = gateFaces.get(data);
      if (known) return known;
      const made = gateFace(scene.gates[index]!);
      gateFaces.set(data, made);
      return made;
    },
    value(index) {
      const node = output(index);
      values[index] ??= inkOf(node === null ? null : shown.value(node), 'value', GATE_CH);
      return values[index];
    },
    gradient(index) {
      const node = output(index);
      gradients[index] ??= inkOf(node === null ? null : shown.grad(node), 'gradient', GATE_CH);
      return gradients[index];
    },
  };
}

function lookOf(shown: ShownNumbers, wire: VisibleWire): WireFace {
  const [tone, width, now] = wireLook(shown, wire);
  return { tone, width, now };
}

/** The node whose numbers a gate shows; `null` for a merged gate with several outputs. */
function outputOf({ data: { gate } }: GateFlowNode): string | null {
  if (gate.kind === 'node') return gate.id;
  return gate.outputs.length === 1 ? gate.outputs[0]! : null;
}

function inkOf(tensor: Tensor | null, role: 'value' | 'gradient', widthCh: number): NumberInk {
  const text = summarize(tensor, { signed: role === 'gradient', widthCh });
  if (tensor === null) return { text, tone: 'none' };
  const sign = signOf(tensor) ?? 'zero';
  return { text, tone: sign === 'error' ? 'error' : role === 'value' ? 'plain' : sign };
}

const TINTS: Readonly<Partial<Record<OpCategory, keyof Colours>>> = {
  values: 'cat-value',
  activations: 'cat-act',
  loss: 'cat-loss',
};

function gateFace({ data: { gate } }: GateFlowNode): GateFace {
  if (gate.kind === 'group') {
    const { text } = symbolOfName(gate.group.label ?? gate.group.id);
    return { symbol: text, upright: true, category: 'cat-value', parameter: false };
  }
  const op = findOp(gate.node.op);
  const { text, upright } = symbolOf(gate.node);
  const parameter = op?.leaf === 'parameter';
  const tint = parameter ? 'cat-param' : ((op && TINTS[op.category]) ?? 'cat-arith');
  return { symbol: text, upright, category: tint, parameter };
}
