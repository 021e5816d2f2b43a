import type { EdgeRef, Point } from '#engine';
import { bendAdded, bendMoved, bendRemoved } from '../commands/bends.ts';
import { wireOf } from '../commands/wires.ts';
import { snap } from '../layout/gate-geometry.ts';
import type { Gesture } from '../stores/document-store.ts';
import type { Studio } from '../stores/studio.ts';
import type { CanvasParts } from './canvas-context.ts';
import { inputSlot, outputNode } from './connect-rules.ts';
import type { FlowScreen } from './flow-screen.ts';
import { drawnWires, nearestOn, wiresCrossed } from './wire-hit.ts';

/** Closer together, points of a stroke say nothing new. */
const STROKE_STEP = 4;

/** What the pointer does to wires beside drawing them: leading them through points, cutting them. */
export function createWireGestures(studio: Studio, { actions, view }: CanvasParts, screen: FlowScreen) {
  const { document, translate } = studio;
  let bending: { readonly gesture: Gesture; readonly wire: string; readonly index: number } | null = null;

  return {
    bend: {
      start(wire: string, index: number) {
        bending = { gesture: document.begin(translate('canvas:step.bend')), wire, index };
      },
      move(client: Point, free: boolean) {
        const held = bending;
        if (!held) return;
        const at = screen.toCanvas(client);
        const to = free ? at : { x: snap(at.x), y: snap(at.y) };
        held.gesture.update((before) => bendMoved(before, wireOf(held.wire), held.index, to));
      },
      end() {
        bending?.gesture.commit();
        bending = null;
      },
      cancel(): boolean {
        if (!bending) return false;
        bending.gesture.cancel();
        bending = null;
        return true;
      },
      remove(wire: string, index: number) {
        document.edit(translate('canvas:step.unbend'), (before) => bendRemoved(before, wireOf(wire), index));
        view.setState({ bend: null });
      },
      /** Adds a point to a wire, between those on either side of it. */
      add(wire: string, client: Point) {
        const at = screen.toCanvas(client);
        const drawn = drawnWires(screen.model()).find(({ key }) => key === wire);
        if (!drawn) return;
        const index = nearestOn(drawn.points, at).leg;
        document.edit(translate('canvas:step.bend'), (before) =>
          bendAdded(before, wireOf(wire), index, { x: snap(at.x), y: snap(at.y) }),
        );
        view.setState({ bend: { wire, index } });
      },
    },
    cut: {
      start(client: Point) {
        view.setState({ cutting: [screen.toCanvas(client)] });
      },
      move(client: Point) {
        const { cutting } = view.getState();
        const last = cutting?.at(-1);
        if (!cutting || !last) return;
        const at = screen.toCanvas(client);
        if (Math.hypot(at.x - last.x, at.y - last.y) >= STROKE_STEP) view.setState({ cutting: [...cutting, at] });
      },
      end() {
        const { cutting } = view.getState();
        const cut = wiresCrossed(cutting ?? [], drawnWires(screen.model()));
        view.setState({ cutting: cutting === null ? null : [] });
        if (cut.length > 0) actions.removeWires(cut.map(wireOf));
      },
      cancel(): boolean {
        const drawing = (view.getState().cutting?.length ?? 0) > 0;
        if (drawing) view.setState({ cutting: [] });
        return drawing;
      },
      arm(on: boolean) {
        if ((view.getState().cutting !== null) !== on) view.setState({ cutting: on ? [] : null });
      },
    },
    /** The wires of a port. */
    portWires(gateId: string, handle: string): readonly EdgeRef[] {
      const { visible, edges } = screen.model();
      const gate = visible.gates.find(({ id }) => id === gateId);
      const into = inputSlot(gate, handle);
      const source = into === null ? outputNode(gate, handle) : null;
      return edges.flatMap(({ source: from, data }) => {
        if (!data) return [];
        const { target, slot } = data.wire;
        const own = into
          ? target === into.target && slot === into.slot
          : from === gateId && data.wire.source === source;
        return own ? [{ target, slot }] : [];
      });
    },
  };
}
