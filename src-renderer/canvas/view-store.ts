import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '#engine';

/** How much of a gate is drawn: everything; no wires' values; or its box and colour alone. */
export type Detail = 'full' | 'reduced' | 'outline';

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
  | { readonly kind: 'wire'; readonly key: string };

/** What the canvas itself is doing: neither the document's nor any other view's business. */
export interface CanvasView {
  readonly detail: Detail;
  /** `null` unless the user walks the graph by keyboard. */
  readonly cursor: Cursor | null;
  /** A field open on a gate. */
  readonly editing: { readonly gate: string; readonly field: 'value' | 'symbol' } | null;
  /** A wire being drawn by keyboard: from this output, to one of the candidates. */
  readonly keyWire: { readonly from: string; readonly candidates: readonly GatePort[]; readonly at: number } | null;
  /** Why the wire held by the pointer cannot end where it is. */
  readonly refusal: { readonly text: string; readonly nodes: readonly string[] } | null;
  /** Gate at which the pointer holds a wire. */
  readonly wiring: string | null;
  readonly menu: { readonly target: MenuTarget; readonly screen: Point; readonly at: Point } | null;
  /** Said to assistive technology. */
  readonly announcement: string;
}

export type ViewStore = StoreApi<CanvasView>;

export function createViewStore(): ViewStore {
  return createStore<CanvasView>(() => ({
    detail: 'full',
    cursor: null,
    editing: null,
    keyWire: null,
    refusal: null,
    wiring: null,
    menu: null,
    announcement: '',
  }));
}

const OUTLINE_BELOW = 0.35;
const REDUCED_BELOW = 0.6;
/** The zoom must pass a limit by this factor before the detail changes, so that it does not flicker there. */
const HYSTERESIS = 1.06;

export function detailAt(zoom: number, before: Detail): Detail {
  const passes = (limit: number, isBelow: boolean) => zoom < (isBelow ? limit * HYSTERESIS : limit / HYSTERESIS);
  if (passes(OUTLINE_BELOW, before === 'outline')) return 'outline';
  return passes(REDUCED_BELOW, before !== 'full') ? 'reduced' : 'full';
}
