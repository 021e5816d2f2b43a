import type { ReactFlowState } from '@xyflow/react';
import type { Studio } from '../../stores/studio.ts';
import type { CanvasParts } from '../canvas-context.ts';
import { BOTH_UP_TO } from '../wire-look.ts';
import { watchColours } from './colours.ts';
import { createFaces } from './faces.ts';
import { gatesIn, wiresIn } from './find.ts';
import { paintBoxes, paintFaces, paintMarks } from './paint-gates.ts';
import { type Brush, paintChips, paintHalo, paintWires } from './paint-wires.ts';
import type { Scene } from './scene.ts';
import type { Drawn } from './use-drawn.ts';

export interface Picture {
  readonly scene: Scene;
  readonly drawn: Drawn;
}

type Camera = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** Painted beyond each side of the view, so that a pan moves the picture and paints it only when it runs out. */
const MARGIN = 256;
const MOST_PIXEL_RATIO = 2;

/** Paints the scene on a canvas, at most once a frame, and moves what is painted with the camera in between. */
export function createPainter(
  canvas: HTMLCanvasElement,
  { session, platform }: Pick<Studio, 'session' | 'platform'>,
  { numbers, view, counters }: CanvasParts,
  camera: () => Camera,
) {
  const context = canvas.getContext('2d');
  const facesOf = createFaces();
  let picture: Picture | null = null;
  let frame: number | null = null;
  /** Camera of the last painting. */
  let painted = { x: 0, y: 0, zoom: 1, width: 0, height: 0 };
  let blank = true;
  const request = () => {
    if (picture?.drawn.painted || !blank) frame ??= platform.clock.requestFrame(paint);
  };
  const style = getComputedStyle(canvas);
  const fonts = { ui: style.getPropertyValue('--font-ui').trim(), math: style.getPropertyValue('--font-math').trim() };
  const palette = watchColours(canvas, request);
  document.fonts.addEventListener('loadingdone', request);
  document.addEventListener('visibilitychange', request);

  const follow = () => {
    const [x, y, zoom] = camera().transform;
    const scale = zoom / painted.zoom;
    const left = x - scale * (painted.x + MARGIN);
    const top = y - scale * (painted.y + MARGIN);
    canvas.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  };

  function paint() {
    frame = null;
    if (!context || !picture || document.hidden) return;
    const { scene, drawn } = picture;
    if (!drawn.painted) {
      if (!blank) context.clearRect(0, 0, canvas.width, canvas.height);
      canvas.hidden = true;
      blank = true;
      return;
    }
    canvas.hidden = false;
    blank = false;
    counters.paint();
    const {
      transform: [x, y, zoom],
      width,
      height,
    } = camera();
    const ratio = Math.min(MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
    const [wide, high] = [Math.ceil((width + 2 * MARGIN) * ratio), Math.ceil((height + 2 * MARGIN) * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
      canvas.style.width = `${wide / ratio}px`;
      canvas.style.height = `${high / ratio}px`;
    } else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, wide, high);
    }
    painted = { x, y, zoom, width, height };
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, (x + MARGIN) * ratio, (y + MARGIN) * ratio);
    const seen = {
      left: (-x - MARGIN) / zoom,
      top: (-y - MARGIN) / zoom,
      right: (width + MARGIN - x) / zoom,
      bottom: (height + MARGIN - y) / zoom,
    };
    const { textScale, cursor } = view.getState();
    const brush: Brush = { context, colours: palette.colours(), zoom, textScale, fonts };
    paintScene(brush, scene, drawn, seen, cursor?.kind === 'gate' ? cursor.id : null);
    follow();
  }

  function paintScene(
    brush: Brush,
    scene: Scene,
    drawn: Drawn,
    seen: Parameters<typeof gatesIn>[1],
    focused: string | null,
  ) {
    const faces = facesOf(scene, numbers.getState().shown);
    const { selectedNodes, selectedEdges, hoveredNode, markedNodes, wireNumbers } = session.getState();
    const wires = wiresIn(scene, seen).filter((index) => !drawn.wires.has(scene.wires[index]!.id));
    const box = drawn.detail === 'box';
    for (const index of wires)
      if (selectedEdges.has(scene.wires[index]!.id)) paintHalo(brush, scene, index, 'selected');
    paintWires(brush, scene, faces, wires);
    const gates = gatesIn(scene, seen).filter((index) => box || !drawn.gates.has(scene.gates[index]!.id));
    if (box) paintBoxes(brush, scene, faces, gates);
    else {
      paintChips(brush, scene, faces, wires, {
        values: wireNumbers === 'values' || (wireNumbers === 'both' && brush.textScale <= BOTH_UP_TO),
        contributions: wireNumbers === 'gradients' || wireNumbers === 'both',
      });
      paintFaces(brush, scene, faces, gates);
    }
    const marks = { selected: selectedNodes, hovered: hoveredNode ?? focused, marked: markedNodes };
    paintMarks(brush, scene, gates, marks, faces.current);
  }

  return {
    request,
    show(next: Picture) {
      if (picture?.drawn.painted !== next.drawn.painted) canvas.hidden = !next.drawn.painted;
      picture = next;
      request();
    },
    /** Moves the picture at once; paints when the scale changes or the margin runs out. */
    onCamera() {
      if (!picture?.drawn.painted) return;
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = camera();
      const still = x === painted.x && y === painted.y && zoom === painted.zoom;
      const sized = width === painted.width && height === painted.height;
      if (!still) follow();
      const far = Math.abs(x - painted.x) > 0.8 * MARGIN || Math.abs(y - painted.y) > 0.8 * MARGIN;
      if (zoom !== painted.zoom || far || !sized) request();
    },
    dispose() {
      if (frame !== null) platform.clock.cancelFrame(frame);
      palette.stop();
      document.fonts.removeEventListener('loadingdone', request);
      document.removeEventListener('visibilitychange', request);
    },
  };
}
