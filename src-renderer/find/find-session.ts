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

export function showMatch({ session }: Studio, { id, gate }: Match): void {
  session.select([gate]);
  session.revealNode(id);
}

/** Selects every gate among the matches and brings them into view. */
export function showAll({ session, canvas }: Studio, matches: readonly Match[]): void {
  session.select(matches.map(({ gate }) => gate));
  canvas.getState().port?.fitSelection();
}
