import { backArrow, CHIP, chipAt, runStart, wirePath } from '../wire-geometry.ts';
import { chipMiddle } from '../wire-look.ts';
import type { Colours } from './colours.ts';
import type { Faces, NumberInk, TextTone } from './faces.ts';
import type { Scene } from './scene.ts';

/** Below this scale wires are straight lines. */
const STRAIGHT_BELOW = 0.3;
/** Letters smaller than this on the screen are not painted. */
const LEAST_TEXT_PX = 8;

export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  readonly zoom: number;
  /** Factor of text far away, so that it can be read. */
  readonly textScale: number;
  readonly fonts: { readonly ui: string; readonly math: string };
}

const TONES: Readonly<Record<string, keyof Colours>> = {
  waiting: 'wire',
  plus: 'plus',
  minus: 'minus',
  mixed: 'ink-2',
  zero: 'ink-3',
  error: 'err',
};

const INKS: Readonly<Record<TextTone, keyof Colours>> = {
  none: 'ink-3',
  plain: 'ink',
  plus: 'plus-t',
  minus: 'minus-t',
  mixed: 'ink',
  zero: 'ink-3',
  error: 'err-t',
};

/** Wires with the same colour and width are one stroke. Far away all of them are as wide as they can be seen. */
export function paintWires(brush: Brush, scene: Scene, faces: Faces, drawn: readonly number[]): void {
  const { context, colours, zoom } = brush;
  const straight = zoom < STRAIGHT_BELOW;
  const batches = new Map<string, { readonly colour: string; readonly width: number; readonly path: Path2D }>();
  for (const index of drawn) {
    const { tone, width } = faces.wire(index);
    const shownWidth = straight ? 1 / zoom : Math.max(Math.round(width * 2) / 2, 1 / zoom);
    const key = `${tone} ${shownWidth}`;
    let batch = batches.get(key);
    if (!batch) {
      batch = { colour: colours[TONES[tone] ?? 'wire'], width: shownWidth, path: new Path2D() };
      batches.set(key, batch);
    }
    if (straight) straightInto(batch.path, scene, index);
    else batch.path.addPath(wireShape(scene, index));
  }
  context.globalAlpha = straight && drawn.length > 400 ? 0.55 : 1;
  for (const { colour, width, path } of batches.values()) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

/** What surrounds the wires that are selected, hovered or current. */
export function paintHalo(brush: Brush, scene: Scene, index: number, kind: 'selected' | 'hovered' | 'now'): void {
  const { context, colours, zoom } = brush;
  context.globalAlpha = kind === 'now' ? 0.28 : kind === 'selected' ? 0.2 : 0.1;
  context.strokeStyle = kind === 'now' ? colours.now : colours.ink;
  context.lineWidth = Math.max(12, 8 / zoom);
  const shape = wireShape(scene, index);
  context.stroke(shape);
  context.globalAlpha = 1;
  if (kind !== 'now') return;
  context.fillStyle = colours.now;
  context.fill(new Path2D(backArrow(entry(scene, index))));
}

/** The numbers on wires: the value above the flat run, the contribution below. */
export function paintChips(
  brush: Brush,
  scene: Scene,
  faces: Faces,
  drawn: readonly number[],
  what: { readonly values: boolean; readonly contributions: boolean },
): void {
  const { context, zoom, textScale, fonts } = brush;
  const size = 12 * textScale;
  if (size * zoom < LEAST_TEXT_PX || (!what.values && !what.contributions)) return;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const part of [what.values ? 0 : null, what.contributions ? 1 : null]) {
    if (part === null) continue;
    context.font = `${part === 0 ? 500 : 600} ${size}px ${fonts.ui}`;
    for (const index of drawn) {
      const chip = chipAt(entry(scene, index));
      const y = part === 0 ? chip.y + 12 : chip.y + 24 + 0.75 * size;
      const ink = faces.chip(index)[part]!;
      write(brush, ink, chipMiddle(chip.x + CHIP.width / 2, ink.text, textScale), y);
    }
  }
}

export function write({ context, colours }: Brush, ink: NumberInk, x: number, y: number): void {
  context.fillStyle = colours[INKS[ink.tone]];
  context.fillText(ink.tone === 'error' ? `⚠ ${ink.text}` : ink.text, x, y);
}

const shapes = new WeakMap<Float64Array, ShapeCache>();

interface ShapeCache {
  readonly ends: Float64Array;
  readonly paths: (Path2D | undefined)[];
  readonly bends: unknown[];
}

/** The wire's path, parsed once while its ends stay. */
function wireShape(scene: Scene, index: number): Path2D {
  const { ends } = scene;
  let cache = shapes.get(ends);
  if (!cache) {
    cache = { ends: new Float64Array(ends.length).fill(Number.NaN), paths: [], bends: [] };
    shapes.set(ends, cache);
  }
  const at = 4 * index;
  const bends = scene.wires[index]!.data?.bends;
  const known = cache.paths[index];
  let same = known !== undefined && cache.bends[index] === bends;
  for (let part = 0; part < 4; part++) {
    if (cache.ends[at + part] !== ends[at + part]) same = false;
    cache.ends[at + part] = ends[at + part]!;
  }
  if (known && same) return known;
  const made = new Path2D(wirePath({ x: ends[at]!, y: ends[at + 1]! }, entry(scene, index), bends));
  cache.paths[index] = made;
  cache.bends[index] = bends;
  return made;
}

function straightInto(path: Path2D, scene: Scene, index: number): void {
  const at = 4 * index;
  const to = entry(scene, index);
  const bends = scene.wires[index]!.data?.bends ?? [];
  path.moveTo(scene.ends[at]!, scene.ends[at + 1]!);
  for (const { x, y } of bends) path.lineTo(x, y);
  if (to.x - scene.ends[at]! > 144 || bends.length > 0) path.lineTo(runStart(to).x, to.y);
  path.lineTo(to.x, to.y);
}

function entry({ ends }: Scene, index: number): { readonly x: number; readonly y: number } {
  return { x: ends[4 * index + 2]!, y: ends[4 * index + 3]! };
}
