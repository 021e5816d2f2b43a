/** Canvas pixels at zoom 1. */
export const GRID = 8;
export const NODE_HEIGHT = 88;
export const PORT_PITCH = 56;
/** Diameter of a port as drawn; its hit area is larger. */
export const PORT_SIZE = 9;
const OUTPUT_Y = 44;

const SINGLE_INPUT_Y = 44;
const FIRST_INPUT_Y = 16;
const WIDTHS = [120, 136, 160] as const;
/** Padding, glyph and gaps of the header; and the mean advance of its letters. */
const HEADER_CHROME = 52;
const NAME_ADVANCE = 6.6;
const SYMBOL_ADVANCE = 8.5;

/** A gate's box and where its wires meet it, relative to its upper left corner. */
export interface GateGeometry {
  readonly width: number;
  readonly height: number;
  /** y of each input port, at x = 0. */
  readonly inputs: readonly number[];
  /** y of each output port, at x = width. */
  readonly outputs: readonly number[];
}

/** Input ports stand 56 apart so that their chips never touch; the box grows with them. */
export function gateGeometry(inputCount: number, outputCount: number, width: number): GateGeometry {
  const rows = Math.max(inputCount, outputCount, 1);
  return {
    width,
    height: rows <= 2 ? NODE_HEIGHT : NODE_HEIGHT + (rows - 2) * PORT_PITCH,
    inputs: portRows(inputCount),
    outputs: outputCount === 1 ? [OUTPUT_Y] : portRows(outputCount),
  };
}

function portRows(count: number): number[] {
  if (count === 1) return [SINGLE_INPUT_Y];
  return Array.from({ length: count }, (_, row) => FIRST_INPUT_Y + row * PORT_PITCH);
}

/** The narrowest of the three widths that holds name and symbol without an ellipsis, else the widest. */
export function gateWidth(name: string, symbol: string): number {
  const needed = HEADER_CHROME + [...name].length * NAME_ADVANCE + [...symbol].length * SYMBOL_ADVANCE;
  return WIDTHS.find((width) => width >= needed) ?? WIDTHS[2];
}

export function snap(value: number, grid: number = GRID): number {
  return Math.round(value / grid) * grid || 0;
}
