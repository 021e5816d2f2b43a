import type { Camera } from '../stores/canvas-port.ts';
import type { Studio } from '../stores/studio.ts';
import type { Match } from './matches.ts';

/** What was selected and seen before finding began. */
export interface Origin {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly camera: Camera | null;
}

export function originOf({ session, canvas }: Studio): Origin {
  const { selectedNodes, selectedEdges } = session.getState();
  return { nodes: selectedNodes, edges: selectedEdges, camera: canvas.getState().port?.camera() ?? null };
}

export function returnTo({ session, canvas }: Studio, { nodes, edges, camera }: Origin): void {
  session.select(nodes, edges);
  if (camera) canvas.getState().port?.setCamera(camera);
}

/** Selects the gate; the camera moves only when it is not in sight, or too small to be read. */
export function showMatch({ session, canvas }: Studio, { id, gate }: Match): void {
  session.select([gate]);
  const { port } = canvas.getState();
  const box = port?.boxes().get(gate);
  const room = document.querySelector('.canvas')?.getBoundingClientRect();
  if (port && box && room && port.camera().zoom >= READABLE_ZOOM) {
    const from = port.toScreen(box);
    const to = port.toScreen({ x: box.x + box.width, y: box.y + box.height });
    const clear = room.top + BAR_PX;
    if (from.x >= room.left && to.x <= room.right && from.y >= clear && to.y <= room.bottom) return;
  }
  session.revealNode(id);
}

const READABLE_ZOOM = 0.5;
/** Room under the bar, which covers what stands there. */
const BAR_PX = 88;

/** Selects every gate among the matches and brings them into view. */
export function showAll({ session, canvas }: Studio, matches: readonly Match[]): void {
  session.select(matches.map(({ gate }) => gate));
  canvas.getState().port?.fitSelection();
}
