import type { KeyboardEvent } from 'react';
import type { Studio } from '../stores/studio.ts';
import type { CanvasParts } from './canvas-context.ts';
import { wireEnds } from './connect-rules.ts';
import type { FlowHandlers } from './flow-handlers.ts';
import type { FlowModel } from './flow-types.ts';
import { outputHandle } from './gate-data.ts';
import type { GatePort } from './view-store.ts';
import { candidatePorts } from './walk.ts';

/**
 * Drawing a wire by keyboard: `start` offers the ports that a wire from a gate may enter; while they are offered, `handle`
 * goes through them by arrows, takes one by Enter, and tells whether the key was its own.
 */
export function createWireKeys(
  { translate }: Studio,
  { view, actions }: CanvasParts,
  handlers: FlowHandlers,
  model: () => FlowModel,
) {
  const start = (from: string) => {
    const allowed = (port: GatePort) =>
      handlers.isValidConnection({
        source: from,
        sourceHandle: outputHandle(0),
        target: port.gate,
        targetHandle: port.handle,
      });
    const candidates = candidatePorts(model(), from, allowed);
    if (candidates.length === 0) {
      actions.refuse(translate('canvas:said.noPorts'));
      return;
    }
    view.setState({ keyWire: { from, candidates, at: 0 } });
    actions.announce(`${translate('canvas:said.wireFrom', { source: from })} ${portText(candidates, 0)}`);
  };
  const portText = (candidates: readonly GatePort[], at: number) => {
    const port = candidates[at]!;
    return translate('canvas:said.port', {
      slot: port.handle,
      node: port.gate,
      at: at + 1,
      count: candidates.length,
    });
  };
  const handle = (event: KeyboardEvent): boolean => {
    const wire = view.getState().keyWire;
    if (!wire) return false;
    const turn =
      event.key === 'ArrowDown' || event.key === 'ArrowRight'
        ? 1
        : event.key === 'ArrowUp' || event.key === 'ArrowLeft'
          ? -1
          : 0;
    if (turn !== 0) {
      const at = (wire.at + turn + wire.candidates.length) % wire.candidates.length;
      view.setState({ keyWire: { ...wire, at } });
      actions.announce(portText(wire.candidates, at));
    } else if (event.key === 'Enter') {
      const port = wire.candidates[wire.at]!;
      const ends = wireEnds(
        { source: wire.from, sourceHandle: outputHandle(0), target: port.gate, targetHandle: port.handle },
        model().visible,
      );
      view.setState({ keyWire: null });
      if (ends) actions.drawWire(ends);
    } else if (event.key === 'Escape') view.setState({ keyWire: null });
    else return event.key !== 'Tab';
    return true;
  };
  return { start, handle };
}
