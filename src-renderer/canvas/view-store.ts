import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdgeRef, Point } from '#engine';
import type { Guide } from './guides.ts';

/** How much of a gate is drawn: everything; its symbol and numbers, larger; or its box, colour and sign alone. */
export type Detail = 'full' | 'compact' | 'box';

/** What the keyboard points at: a gate, or a wire by its `edgeKey` text. */
export type Cursor = { readonly kind: 'gate'; readonly id: string } | { readonly kind: 'wire'; readonly key: string };

/** A port of a gate as drawn. */
export interface GatePort {
  readonly gate: string;
  readonly handle: string;
}

export type MenuTarget =
  | { readonly kind: 'pane' }
  | { readonly kind: 'gate'; readonly id: string }
  | { readonly kind: 'wire'; readonly key: string }
  | { readonly kind: 'port'; readonly gate: string; readonly wires: readonly EdgeRef[] }
  | { readonly kind: 'mark'; readonly id: string };

/** What the canvas itself is doing: neither the document's nor any other view's business. */
export interface CanvasView {
  readonly detail: Detail;
  /** Factor of the text of compact gates and wires, so that it can be read; 1 at full detail. */
  readonly textScale: number;
  /** Gates near the pointer: elements stand for them where the others are painted. */
  readonly pointed: readonly string[];
  /** What is seen of a graph too large for elements everywhere, with a margin; `null` for smaller ones. */
  readonly window: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  } | null;
  /** `null` unless the user walks the graph by keyboard. */
  readonly cursor: Cursor | null;
  /** A field open on a gate. */
  readonly editing: { readonly gate: string; readonly field: 'value' | 'symbol' | 'text' } | null;
  /** A wire being drawn by keyboard: from this output, to one of the candidates. */
  readonly keyWire: { readonly from: string; readonly candidates: readonly GatePort[]; readonly at: number } | null;
  /** Why the wire held by the pointer cannot end where it is. */
  readonly refusal: { readonly text: string; readonly nodes: readonly string[] } | null;
  /** Gate at which the pointer holds a wire. */
  readonly wiring: string | null;
  /** Wire that would give way to the one held by the pointer. */
  readonly replacing: string | null;
  /** What the dragged gate is in line with. */
  readonly guides: readonly Guide[];
  /** Wire that will take the dragged gate when it is dropped. */
  readonly landing: string | null;
  readonly dragging: boolean;
  /** Wires are being cut: the stroke so far, empty before the button is down. */
  readonly cutting: readonly Point[] | null;
  /** A point that a wire is led through. */
  readonly bend: { readonly wire: string; readonly index: number } | null;
  readonly menu: { readonly target: MenuTarget; readonly screen: Point; readonly at: Point } | null;
  /** Said to assistive technology. */
  readonly announcement: string;
}

export type ViewStore = StoreApi<CanvasView>;

export function createViewStore(): ViewStore {
  return createStore<CanvasView>(() => ({
    detail: 'full',
    textScale: 1,
    pointed: [],
    window: null,
    cursor: null,
    editing: null,
    keyWire: null,
    refusal: null,
    wiring: null,
    replacing: null,
    guides: [],
    landing: null,
    dragging: false,
    cutting: null,
    bend: null,
    menu: null,
    announcement: '',
  }));
}

/** Width of a gate on the screen from which its element shows everything in letters of 11 px. */
const FULL_FROM_PX = 110;
/** Narrower gates are boxes. */
const BOX_BELOW_PX = 45;
const GATE_WIDTH = 120;
/** The zoom must pass a limit by this factor before the detail changes, so that it does not flicker there. */
const HYSTERESIS = 1.06;

export function detailAt(zoom: number, before: Detail): Detail {
  const width = GATE_WIDTH * zoom;
  const below = (limitPx: number, isBelow: boolean) => width < (isBelow ? limitPx * HYSTERESIS : limitPx / HYSTERESIS);
  if (below(BOX_BELOW_PX, before === 'box')) return 'box';
  return below(FULL_FROM_PX, before !== 'full') ? 'compact' : 'full';
}

const LEAST_TEXT_PX = 11;
const TEXT_PX = 12;
const LARGEST_SCALE = 1.9;

/** Factor that brings text to a legible size, as far as there is room; in steps, so that few zooms restyle anything. */
export function textScaleAt(zoom: number, detail: Detail): number {
  if (detail === 'full') return 1;
  const wanted = LEAST_TEXT_PX / (TEXT_PX * zoom);
  return Math.round(10 * Math.max(1, Math.min(LARGEST_SCALE, wanted))) / 10;
}
