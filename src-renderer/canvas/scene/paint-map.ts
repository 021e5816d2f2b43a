import type { ShownNumbers } from '../../stores/shown.ts';
import type { Box } from '../box.ts';
import { largestEntry } from '../wire-geometry.ts';
import type { Colours } from './colours.ts';
import type { Faces } from './faces.ts';
import type { Scene } from './scene.ts';

/** Size of the map, CSS pixels. */
export const MAP = { width: 200, height: 140 } as const;
const PADDING = 8;
const SMALLEST_PX = 1.5;
/** Orders of magnitude of the gradient between the faintest and the darkest. */
const DECADES = 6;
const FAINTEST = 0.08;

interface MapCamera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** Where the graph lies on the map; `null` for an empty one. */
export function fitMap({ bounds }: Scene): { readonly x: number; readonly y: number; readonly scale: number } | null {
  if (!bounds) return null;
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const scale = Math.min((MAP.width - 2 * PADDING) / width, (MAP.height - 2 * PADDING) / height, 0.25);
  return {
    x: (MAP.width - scale * width) / 2 - scale * bounds.left,
    y: (MAP.height - scale * height) / 2 - scale * bounds.top,
    scale,
  };
}

export function paintMap(
  context: CanvasRenderingContext2D,
  colours: Colours,
  scene: Scene,
  faces: Faces,
  shown: ShownNumbers,
  heat: boolean,
): void {
  context.clearRect(0, 0, MAP.width, MAP.height);
  const map = fitMap(scene);
  if (!map) return;
  const { boxes, gates } = scene;
  const sizes = heat ? gates.map(({ id }) => gradientSize(shown, id)) : [];
  let largest = 0;
  for (const size of sizes) if (Number.isFinite(size)) largest = Math.max(largest, size);
  for (let index = 0; index < gates.length; index++) {
    const at = 4 * index;
    if (heat) {
      const size = sizes[index]!;
      context.fillStyle = Number.isNaN(size) || size === Number.POSITIVE_INFINITY ? colours.err : colours.ink;
      context.globalAlpha = heatOf(size, largest);
    } else {
      const { category } = faces.gate(index);
      context.fillStyle = colours[category];
      context.globalAlpha = 0.8;
    }
    context.fillRect(
      map.x + map.scale * boxes[at]!,
      map.y + map.scale * boxes[at + 1]!,
      Math.max(SMALLEST_PX, map.scale * boxes[at + 2]!),
      Math.max(SMALLEST_PX, map.scale * boxes[at + 3]!),
    );
  }
  context.globalAlpha = 1;
}

/** The part of the map that is in view, as a box on the map; `null` for an empty graph. */
export function viewOnMap(scene: Scene, camera: MapCamera): Box | null {
  const map = fitMap(scene);
  if (!map) return null;
  const scale = map.scale / camera.zoom;
  return {
    x: map.x - scale * camera.x,
    y: map.y - scale * camera.y,
    width: scale * camera.width,
    height: scale * camera.height,
  };
}

/** Largest entry of a gate's gradient by size; 0 while there is none. */
function gradientSize(shown: ShownNumbers, id: string): number {
  const gradient = shown.grad(id);
  return gradient ? Math.abs(largestEntry(gradient.data)) : 0;
}

/** Opacity by the logarithm of the size, the graph's largest darkest. */
function heatOf(size: number, largest: number): number {
  if (!Number.isFinite(size)) return 1;
  if (size === 0 || largest === 0) return FAINTEST;
  const share = 1 + Math.log10(size / largest) / DECADES;
  return Math.max(FAINTEST, Math.min(1, share));
}
