import { Handle, Position, useNodeId } from '@xyflow/react';
import type { MouseEvent } from 'react';
import { useView } from './canvas-context.ts';
import { GROW_HANDLE, inputHandle, outputHandle } from './gate-data.ts';

interface InputPortProps {
  readonly port: number;
  readonly y: number;
  /** `edgeKey` of the wire that enters; `null` while the slot is empty. */
  readonly wire: string | null;
  /** What the slot is called, for the title. */
  readonly name: string;
}

/** An input. Pressing one that is taken picks up the end of its wire. */
export function InputPort({ port, y, wire, name }: InputPortProps) {
  const aimed = useAimedAt(inputHandle(port));
  return (
    <Handle
      id={inputHandle(port)}
      type="target"
      position={Position.Left}
      className={`port ${wire === null ? 'port-empty' : 'port-filled'} ${aimed ? 'is-aimed' : ''}`}
      style={{ top: y }}
      isConnectableStart={wire === null}
      {...(wire === null ? {} : { onMouseDown: (event: MouseEvent<HTMLDivElement>) => pickUpWire(event, wire) })}
      title={name}
    />
  );
}

/** A further input of an op that takes as many as there are. */
export function GrowPort({ y, title }: { readonly y: number; readonly title: string }) {
  const aimed = useAimedAt(GROW_HANDLE);
  return (
    <Handle
      id={GROW_HANDLE}
      type="target"
      position={Position.Left}
      className={`port port-grow ${aimed ? 'is-aimed' : ''}`}
      style={{ top: y }}
      title={title}
    />
  );
}

export function OutputPort({ port, y, title }: { readonly port: number; readonly y: number; readonly title: string }) {
  return (
    <Handle
      id={outputHandle(port)}
      type="source"
      position={Position.Right}
      className="port port-output"
      style={{ top: y }}
      isConnectableEnd
      title={title}
    />
  );
}

/** Whether a wire drawn by keyboard would end here. */
function useAimedAt(handle: string): boolean {
  const gate = useNodeId();
  return useView(({ keyWire }) => {
    const port = keyWire?.candidates[keyWire.at];
    return port?.gate === gate && port?.handle === handle;
  });
}

/** Hands the press to the anchor that React Flow keeps at the end of the wire. */
function pickUpWire(event: MouseEvent<HTMLDivElement>, wire: string): void {
  if (event.button !== 0) return;
  const root = event.currentTarget.closest('.react-flow');
  const anchor = root?.querySelector(
    `.react-flow__edge[data-id="${CSS.escape(wire)}"] .react-flow__edgeupdater-target`,
  );
  anchor?.dispatchEvent(
    new globalThis.MouseEvent('mousedown', {
      bubbles: true,
      button: 0,
      clientX: event.clientX,
      clientY: event.clientY,
    }),
  );
}
