import { useEffect, useLayoutEffect, useState } from 'react';
import { type ChainruleDocument, findOp, type Point, place } from '#engine';
import { createLayoutEngine } from '../layout/elk-layout.ts';
import type { Studio } from '../stores/studio.ts';
import { useStudio } from '../stores/studio.ts';
import type { CanvasActions } from './canvas-actions.ts';
import { createFlowModel } from './flow-model.ts';
import type { FlowModel } from './flow-types.ts';
import { lacksPositions, layoutGraph, originOf, withInstantLayout, withLayout } from './tidy.ts';

const GLIDE_MS = 240;

/** Lays documents out that bring no positions, and tidies on request. */
export function useLayout(model: () => FlowModel, actions: CanvasActions): { readonly tidy: () => Promise<void> } {
  const studio = useStudio();
  const { document } = studio;
  const [engine] = useState(createLayoutEngine);
  useEffect(() => () => engine.dispose(), [engine]);

  useLayoutEffect(() => {
    let current = true;
    const settle = () => {
      const { document: opened, opened: count } = document.getState();
      if (!lacksPositions(opened)) return;
      document.settle((before) => withInstantLayout(before, findOp));
      const rough = document.getState().document;
      // The better layout comes later; a document edited or replaced meanwhile keeps the instant one.
      const drawn = createFlowModel(findOp)(rough, { nodes: new Set(), edges: new Set() });
      engine
        .layout(layoutGraph(drawn))
        .then((layout) => {
          const now = document.getState();
          if (current && now.opened === count && now.document === rough)
            document.settle((before) => withLayout(before, drawn, layout, { x: 0, y: 0 }));
        })
        .catch(() => undefined); // the instant layout stands
    };
    settle();
    const end = document.subscribe((state, before) => {
      if (state.opened !== before.opened) settle();
    });
    return () => {
      current = false;
      end();
    };
  }, [document, engine]);

  const [tidy] = useState(() => async () => {
    const { session, translate } = studio;
    const chosen = chosenGates(model(), session.getState().selectedNodes);
    const before = model();
    const start = document.getState().document;
    try {
      const layout = await engine.layout(layoutGraph(before, chosen));
      if (document.getState().document !== start) return; // edited meanwhile
      const end = withLayout(start, before, layout, originOf(before, layout));
      await glide(studio, translate('canvas:step.tidy'), start, end);
      actions.announce(translate('canvas:said.tidied'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      session.notify(translate('canvas:said.tidyFailed', { reason }), 'error');
    }
  });
  return { tidy };
}

/** The selected gates when there are several, else all. */
function chosenGates(model: FlowModel, selected: ReadonlySet<string>): ReadonlySet<string> | null {
  const gates = model.visible.gates.filter(({ id }) => selected.has(id)).map(({ id }) => id);
  return gates.length > 1 ? new Set(gates) : null;
}

/** Moves from one state to the other within a moment, as one entry of the history. */
function glide(
  { document, platform }: Studio,
  label: string,
  start: ChainruleDocument,
  end: ChainruleDocument,
): Promise<void> {
  const places = movedPlaces(start, end);
  const gesture = document.begin(label);
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches || places.length > 400 ? 0 : GLIDE_MS;
  const began = platform.clock.now();
  return new Promise((resolve) => {
    const frame = () => {
      const share = duration === 0 ? 1 : Math.min(1, (platform.clock.now() - began) / duration);
      const eased = 1 - (1 - share) ** 3;
      gesture.update((graph) =>
        place(graph, new Map(places.map(({ id, from, to }) => [id, between(from, to, eased)]))),
      );
      if (share < 1) platform.clock.requestFrame(frame);
      else {
        gesture.commit();
        resolve();
      }
    };
    frame();
  });
}

function movedPlaces(start: ChainruleDocument, end: ChainruleDocument) {
  const before = new Map([...start.nodes, ...start.groups].map(({ id, position }) => [id, position]));
  return [...end.nodes, ...end.groups].flatMap(({ id, position }) => {
    const from = before.get(id) ?? position;
    return position && from && (from.x !== position.x || from.y !== position.y || !before.get(id))
      ? [{ id, from, to: position }]
      : [];
  });
}

function between(from: Point, to: Point, share: number): Point {
  if (share === 1) return to;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
