import type { Point } from '#engine';

/** What a layout sees of a graph: boxes, the heights at which wires meet them, and the frames around some of them. */
export interface LayoutGraph {
  readonly boxes: readonly LayoutBox[];
  readonly wires: readonly LayoutWire[];
  readonly frames: readonly LayoutFrame[];
}

export interface LayoutBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Room kept free below, for what hangs there. */
  readonly below: number;
  readonly frame?: string;
}

export interface LayoutWire {
  readonly source: string;
  /** y of the port, from the box's upper edge. */
  readonly sourceY: number;
  readonly target: string;
  readonly targetY: number;
}

interface LayoutFrame {
  readonly id: string;
  /** The frame this one lies in. */
  readonly frame?: string;
}

/** Upper left corners by box. */
export type Layout = ReadonlyMap<string, Point>;

/** Between columns: a curve and the flat run before a port. */
export const COLUMN_GAP = 128;
/** Between boxes in a column: leaves neighbouring ports as far apart as those of one box. */
export const ROW_GAP = 24;
/** Around the boxes of a frame, and above them for its label. */
export const FRAME_INSET = { side: 24, top: 56 } as const;
