import type { XYPosition } from '@xyflow/react';
import type { FlowModel } from './flow-types.ts';

/** What the handlers ask of the flow on screen. */
export interface FlowScreen {
  model(): FlowModel;
  /** Client coordinates → canvas coordinates. */
  toCanvas(point: XYPosition): XYPosition;
  selecting(): boolean;
  /** Lets go of a wire held by the pointer or begun by a click; whether there was one. */
  cancelWire(): boolean;
}
