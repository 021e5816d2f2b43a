import type { ConnectionLineComponentProps } from '@xyflow/react';
import { FLAT_RUN, wirePath } from './wire-geometry.ts';

/** The wire while the pointer holds it: from its port to the pointer, or to the port that will take it. */
export function ConnectionLine({ fromX, fromY, toX, toY, fromHandle, connectionStatus }: ConnectionLineComponentProps) {
  const backwards = fromHandle.type === 'target';
  const from = backwards ? { x: toX, y: toY } : { x: fromX, y: fromY };
  const to = backwards ? { x: fromX, y: fromY } : { x: toX, y: toY };
  const near = to.x - from.x < FLAT_RUN;
  const path = near ? `M${from.x} ${from.y} L${to.x} ${to.y}` : wirePath(from, to);
  return <path className={`wire wire-held ${connectionStatus === 'invalid' ? 'is-refused' : ''}`} d={path} />;
}
