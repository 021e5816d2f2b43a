import { type ConnectionState, useConnection } from '@xyflow/react';
import { CircleSlash } from 'lucide-react';
import { useEffect } from 'react';
import { useCanvas, useView } from './canvas-context.ts';
import type { FlowHandlers } from './flow-handlers.ts';

/** The target the pointer holds a wire over, as one text; empty without one. */
function held(state: ConnectionState): string {
  if (!state.inProgress || !state.toHandle) return '';
  const { fromHandle, toHandle } = state;
  if (fromHandle.nodeId === toHandle.nodeId && fromHandle.id === toHandle.id) return '';
  const [source, target] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
  return JSON.stringify([source.nodeId, source.id ?? null, target.nodeId, target.id ?? null]);
}

/** Says at the pointer why a wire cannot end where it is held. */
export function ConnectionWatch({ handlers }: { readonly handlers: FlowHandlers }) {
  const { view } = useCanvas();
  const ends = useConnection(held);
  const refusal = useView((state) => state.refusal);
  const pointer = useConnection((state) =>
    state.inProgress && refusal ? `${state.pointer.x} ${state.pointer.y}` : '',
  );
  useEffect(() => {
    if (ends === '') {
      view.setState({ refusal: null, replacing: null });
      return;
    }
    const [source, sourceHandle, target, targetHandle] = JSON.parse(ends) as [
      string,
      string | null,
      string,
      string | null,
    ];
    const found = handlers.refusalAt({ source, sourceHandle, target, targetHandle });
    const replacing = found ? null : handlers.replacedAt({ source, sourceHandle, target, targetHandle });
    view.setState({ replacing, refusal: found && { text: handlers.refusalText(found), nodes: found.nodes } });
  }, [ends, handlers, view]);
  if (!refusal || pointer === '') return null;
  const [x = 0, y = 0] = pointer.split(' ').map(Number);
  return (
    <div className="refusal-bubble" style={{ left: x + 16, top: y + 16 }} role="status">
      <CircleSlash size={14} strokeWidth={1.5} aria-hidden="true" />
      {refusal.text}
    </div>
  );
}
