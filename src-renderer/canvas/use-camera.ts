import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useState } from 'react';
import { useStudio } from '../stores/studio.ts';
import { type Box, boxOf } from './box.ts';
import type { FlowEdge, FlowModel, FlowNode } from './flow-types.ts';
import type { ViewStore } from './view-store.ts';

/** Pixels on the screen around a port within which a wire snaps to it. */
const SNAP_RADIUS = 24;
const MOVE_MS = 240;
const FIT_PADDING = '28px';
const LEAST_ZOOM = 0.05;

/** A document opens no smaller than this. */
const LEAST_READABLE = 0.5;
const EDGE = 32;

/** Moves the view for commands and fits a document that is opened. */
export function useCamera(
  root: RefObject<HTMLDivElement | null>,
  view: ViewStore,
  model: () => FlowModel,
  tidy: () => Promise<void>,
): { readonly snapRadius: number } {
  const { canvas, document, session, platform } = useStudio();
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const store = useStoreApi<FlowNode, FlowEdge>();
  const [snapRadius, setSnapRadius] = useState(SNAP_RADIUS);

  useEffect(() => {
    const moveMs = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVE_MS);
    const frameView = (
      options: { readonly instant?: boolean; readonly ids?: ReadonlySet<string>; readonly maxZoom?: number } = {},
    ) => {
      // The model's bounds: React Flow knows only the gates that are elements.
      const bounds = boundsOf(options.ids ? model().nodes.filter(({ id }) => options.ids?.has(id)) : model().nodes);
      const { width, height } = store.getState();
      if (!bounds || width === 0 || height === 0) return;
      const most = options.maxZoom ?? (options.ids ? 2 : 1);
      const duration = options.instant ? 0 : moveMs();
      void flow.setViewport(getViewportForBounds(bounds, width, height, LEAST_ZOOM, most, FIT_PADDING), { duration });
    };
    /** The whole graph where it can be read so, else its beginning: inputs at the left, in the middle of the height. */
    const openView = () => {
      const room = root.current?.getBoundingClientRect();
      const bounds = boundsOf(model().nodes);
      if (!room || !bounds) void flow.setViewport({ x: 0, y: 0, zoom: 1 });
      else if (Math.min(room.width / bounds.width, room.height / bounds.height) >= LEAST_READABLE)
        frameView({ instant: true });
      else {
        const zoom = LEAST_READABLE;
        const tall = bounds.height * zoom > room.height - 2 * EDGE;
        const y = tall ? EDGE - bounds.y * zoom : room.height / 2 - (bounds.y + bounds.height / 2) * zoom;
        void flow.setViewport({ x: EDGE - bounds.x * zoom, y, zoom });
      }
    };
    const centre = () => {
      const box = root.current?.getBoundingClientRect();
      return flow.screenToFlowPosition(
        box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 },
      );
    };
    const unregister = canvas.register({
      zoomIn: () => void flow.zoomIn({ duration: moveMs() }),
      zoomOut: () => void flow.zoomOut({ duration: moveMs() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: moveMs() }),
      fit: () => frameView(),
      fitNodes: (ids) => frameView({ ids: new Set(ids.map((id) => model().visible.gateOf.get(id) ?? id)), maxZoom: 1 }),
      fitSelection: () => frameView({ ids: session.getState().selectedNodes }),
      tidy,
      centre,
      camera: flow.getViewport,
      setCamera: (camera) => void flow.setViewport({ ...camera }, { duration: moveMs() }),
      boxes: () =>
        new Map(model().nodes.flatMap((node) => (node.type === 'gate' ? [[node.id, boxOf(node)] as const] : []))),
      editText: (gate) => view.setState({ editing: { gate, field: 'text' } }),
      toScreen: (point) => flow.flowToScreenPosition(point),
      focus: () => root.current?.focus({ preventScroll: true }),
    });

    let frame: number | null = null;
    const fitSoon = () => {
      frame ??= platform.clock.requestFrame(() => {
        frame = null;
        openView();
      });
    };
    fitSoon();
    const ends = [
      unregister,
      document.subscribe(({ opened }, before) => {
        if (opened === before.opened) return;
        view.setState({ cursor: null, editing: null, keyWire: null, menu: null });
        fitSoon();
      }),
      session.subscribe(({ reveal }, before) => {
        if (!reveal || reveal === before.reveal) return;
        const gate = model().visible.gateOf.get(reveal.node) ?? reveal.node;
        const node = model().nodes.find(({ id }) => id === gate);
        if (!node) {
          // It lies outside of the gate that is entered.
          if (session.getState().inside !== null) {
            session.setState({ inside: null });
            fitSoon();
          }
          return;
        }
        const middle = { x: node.position.x + (node.width ?? 0) / 2, y: node.position.y + (node.height ?? 0) / 2 };
        void flow.setCenter(middle.x, middle.y, { zoom: Math.max(0.75, flow.getZoom()), duration: moveMs() });
      }),
      store.subscribe(({ transform }, before) => {
        if (transform[2] === before.transform[2]) return;
        setSnapRadius(Math.max(8, Math.round(SNAP_RADIUS / transform[2] / 8) * 8)); // coarse: each change renders the flow
      }),
    ];
    return () => {
      if (frame !== null) platform.clock.cancelFrame(frame);
      for (const end of ends) end();
    };
  }, [canvas, document, session, platform, flow, store, root, view, model, tidy]);
  return { snapRadius };
}

function boundsOf(nodes: readonly FlowNode[]): Box | null {
  if (nodes.length === 0) return null;
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const node of nodes) {
    const box = boxOf(node);
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
