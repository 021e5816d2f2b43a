import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Problem } from '#engine';
import type { MathSymbol } from '../math/symbols.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import type { CanvasActions } from './canvas-actions.ts';
import type { NumbersStore } from './numbers-store.ts';
import type { Counters } from './scene/counters.ts';
import type { CanvasView, ViewStore } from './view-store.ts';

/** What the parts of the canvas share: where numbers come from, what the canvas itself is doing, and what it can do. */
export interface CanvasParts {
  readonly numbers: NumbersStore;
  readonly view: ViewStore;
  readonly actions: CanvasActions;
  readonly counters: Counters;
}

export const CanvasContext = createContext<CanvasParts | null>(null);

/** Symbol of the node differentiated, for ∂L/∂x; apart, because it changes rarely and every gate shows it. */
export const ObjectiveContext = createContext<MathSymbol | null>(null);

export function useCanvas(): CanvasParts {
  const parts = useContext(CanvasContext);
  if (!parts) throw new Error('useCanvas outside <Canvas>');
  return parts;
}

/** Selects from the numbers on screen; renders again only when an entry of the selected list or record differs. */
export function useNumbers<T>(select: (shown: ShownNumbers) => T): T {
  return useStore(
    useCanvas().numbers,
    useShallow(({ shown }) => select(shown)),
  );
}

export function useProblem(node: string): Problem | null {
  return useStore(useCanvas().numbers, ({ problems }) => problems.get(node) ?? null);
}

export function useView<T>(select: (view: CanvasView) => T): T {
  return useStore(useCanvas().view, select);
}
