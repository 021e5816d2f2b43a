import type { Connection, FinalConnectionState, HandleType, OnConnectStartParams, XYPosition } from '@xyflow/react';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { disconnect, type EdgeRef, edgeKey, findOp } from '#engine';
import { shapeProblem } from '../commands/shape-problem.ts';
import type { QuickAddRequest } from '../stores/session-store.ts';
import type { Studio } from '../stores/studio.ts';
import { problemText } from '../texts/engine-texts.ts';
import type { CanvasParts } from './canvas-context.ts';
import { inputSlot, outputNode, type Refusal, refusalOf, type WireEnds, wireEnds } from './connect-rules.ts';
import type { FlowScreen } from './flow-screen.ts';
import type { FlowEdge } from './flow-types.ts';

/** Pixels on the screen that a wire's end must be carried before dropping it in space removes it. */
const DROP_DISTANCE = 6;

/** Drawing wires by pointer: from port to port, to a gate's body, into empty space, and moving the end of one drawn. */
export function createWireHandlers(studio: Studio, { actions, view }: CanvasParts, screen: FlowScreen) {
  const { document, session, translate } = studio;
  let reconnecting: { readonly edge: EdgeRef; readonly from: XYPosition } | null = null;
  let judged: { readonly key: string; readonly version: number; readonly refusal: Refusal | null } | null = null;

  /** A wire given up by Escape while the button is down: what letting go of it then asks for is passed over. */
  let givenUp = false;

  const refOf = (edge: FlowEdge): EdgeRef => ({ target: edge.data!.wire.target, slot: edge.data!.wire.slot });
  const baseGraph = () => {
    const graph = document.getState().document;
    return reconnecting ? disconnect(graph, reconnecting.edge) : graph;
  };
  const endsOf = (connection: Connection): WireEnds | null =>
    wireEnds(
      {
        source: connection.source,
        sourceHandle: connection.sourceHandle,
        target: connection.target,
        targetHandle: connection.targetHandle,
      },
      screen.model().visible,
    );
  const judge = (ends: WireEnds): Refusal | null => {
    const key = `${ends.source}>${ends.to.target}:${ends.to.slot}:${reconnecting ? 'moved' : ''}`;
    const { version } = document.getState();
    if (judged?.key !== key || judged.version !== version)
      judged = {
        key,
        version,
        refusal: refusalOf(baseGraph(), ends, (asked) => shapeProblem(baseGraph(), asked, shapeOf)),
      };
    return judged.refusal;
  };
  const shapeOf = (id: string) => studio.run.getState().result?.value(id)?.shape;
  const refusalText = (refusal: Refusal): string => {
    if (refusal.why === 'self') return translate('canvas:refused.self');
    if (refusal.why === 'shape')
      return translate('canvas:refused.shape', { reason: problemText(translate, refusal.problem).message });
    const names = refusal.nodes.map((id) => nameOf(id));
    return translate('canvas:refused.cycle', { path: [...names, names[0]].join(' → ') });
  };
  const nameOf = (id: string) => document.getState().document.nodes.find((node) => node.id === id)?.label ?? id;
  const draw = (ends: WireEnds) => {
    const refusal = judge(ends);
    if (refusal) actions.refuse(refusalText(refusal));
    else if (reconnecting) actions.moveWire(reconnecting.edge, ends);
    else actions.drawWire(ends);
  };
  /** The port a wire was begun at, as the document knows it. */
  const portOf = (state: FinalConnectionState): QuickAddRequest['from'] => {
    const gate = screen.model().visible.gates.find(({ id }) => id === state.fromHandle?.nodeId);
    const handle = state.fromHandle?.id ?? null;
    if (state.fromHandle?.type === 'source') {
      const node = outputNode(gate, handle);
      return node === null ? undefined : { node, port: 'output' };
    }
    const to = inputSlot(gate, handle);
    return to === null ? undefined : { node: to.target, port: 'input', slot: to.slot };
  };
  /** A wire dropped on a gate's body goes to its first free input, or comes from its output. */
  const dropOnGate = (element: Element, state: FinalConnectionState): boolean => {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id');
    const gate = screen.model().visible.gates.find((each) => each.id === id);
    const from = portOf(state);
    if (!gate || !from) return false;
    if (from.port === 'input') {
      const source = outputNode(gate, null);
      if (source !== null) draw({ source, to: { target: from.node, slot: from.slot } });
      return true;
    }
    const slot = gate.kind === 'node' ? freeSlot(gate.node.op, gate.node.inputs) : null;
    if (slot === null) actions.refuse(translate('canvas:refused.full', { node: nameOf(gate.id) }));
    else draw({ source: from.node, to: { target: gate.id, slot } });
    return true;
  };

  return {
    refusalText,
    /** Why the wire held now cannot end there, without a word to the user. */
    refusalAt(connection: Connection): Refusal | null {
      const ends = endsOf(connection);
      return ends && judge(ends);
    },
    /** A new press of a button: what was given up before it is over. */
    pressed() {
      givenUp = false;
    },
    /** The wire that would give way if the one held now ended there; `null` for a free slot. */
    replacedAt(connection: Connection): string | null {
      const ends = endsOf(connection);
      if (!ends) return null;
      const { target, slot } = ends.to;
      const taken = baseGraph().nodes.find(({ id }) => id === target)?.inputs[slot] ?? null;
      return taken === null || taken === ends.source ? null : edgeKey(target, slot);
    },
    /** Lets go of a wire that was begun; whether there was one. */
    cancelWire(): boolean {
      givenUp = screen.cancelWire();
      if (givenUp) view.setState({ refusal: null, replacing: null, wiring: null });
      return givenUp;
    },
    isValidConnection(connection: Connection | FlowEdge): boolean {
      const ends = endsOf(connection as Connection);
      return ends !== null && judge(ends) === null;
    },
    onConnect(connection: Connection) {
      if (givenUp) return;
      const ends = endsOf(connection);
      if (ends) draw(ends);
    },
    onConnectStart(_event: unknown, { nodeId }: OnConnectStartParams) {
      givenUp = false;
      view.setState({ cursor: null, wiring: nodeId });
    },
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      view.setState({ refusal: null, replacing: null, wiring: null });
      if (state.isValid || reconnecting || givenUp) return;
      if (state.toHandle && state.fromHandle && refuseDrop(state)) return;
      const at = clientPoint(event);
      const element = globalThis.document.elementFromPoint(at.x, at.y);
      if (!element || dropOnGate(element, state)) return;
      const from = portOf(state);
      if (from && element.closest('.react-flow__pane'))
        session.setState({ quickAdd: { at: screen.toCanvas(at), from } });
    },
    onReconnectStart(event: ReactMouseEvent, edge: FlowEdge) {
      givenUp = false;
      reconnecting = { edge: refOf(edge), from: { x: event.clientX, y: event.clientY } };
    },
    onReconnect(_edge: FlowEdge, connection: Connection) {
      if (givenUp) return;
      const ends = endsOf(connection);
      if (ends) draw(ends);
    },
    onReconnectEnd(event: MouseEvent | TouchEvent, _edge: FlowEdge, _type: HandleType, state: FinalConnectionState) {
      const held = reconnecting;
      view.setState({ refusal: null, replacing: null, wiring: null });
      if (held && !givenUp && !state.isValid && !(state.toHandle && refuseDrop(state))) {
        const at = clientPoint(event);
        const element = globalThis.document.elementFromPoint(at.x, at.y);
        const far = Math.hypot(at.x - held.from.x, at.y - held.from.y) > DROP_DISTANCE;
        if (far && element && !dropOnGate(element, state)) actions.removeWires([held.edge]);
      }
      reconnecting = null;
    },
  };

  function refuseDrop(state: FinalConnectionState): boolean {
    const { fromHandle, toHandle } = state;
    if (!fromHandle || !toHandle) return false;
    if (fromHandle.nodeId === toHandle.nodeId && fromHandle.id === toHandle.id) return true;
    const [source, target] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
    const ends = endsOf({
      source: source.nodeId,
      sourceHandle: source.id ?? null,
      target: target.nodeId,
      targetHandle: target.id ?? null,
    });
    const refusal = ends && judge(ends);
    if (refusal) actions.refuse(refusalText(refusal));
    return refusal !== null;
  }
}

function freeSlot(opId: string, inputs: readonly (string | null)[]): number | null {
  const op = findOp(opId);
  if (!op) return null;
  const empty = inputs.indexOf(null);
  if (empty >= 0) return empty;
  const { counts } = op.slots;
  const most = 'atLeast' in counts ? Number.POSITIVE_INFINITY : Math.max(...counts);
  return inputs.length < most ? inputs.length : null;
}

function clientPoint(event: MouseEvent | TouchEvent): XYPosition {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
