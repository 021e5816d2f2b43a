import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '#engine';

/** The pixel of the canvas's corner that the origin lies at, and the scale. */
export interface Camera extends Point {
  readonly zoom: number;
}

/** A gate in canvas coordinates. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** What commands ask of the canvas on screen: the camera, and work that needs its geometry. */
export interface CanvasPort {
  zoomIn(): void;
  zoomOut(): void;
  zoomTo(zoom: number): void;
  fit(): void;
  fitSelection(): void;
  /** Brings these nodes into view, those inside a merged gate by the gate. */
  fitNodes(nodes: readonly string[]): void;
  /** Lays the selection (or everything) out anew, as one entry of the history. */
  tidy(): Promise<void>;
  /** Middle of what is visible, in canvas coordinates. */
  centre(): Point;
  /** What is seen now, to come back to. */
  camera(): Camera;
  setCamera(camera: Camera): void;
  /** Where each gate stands, by id. */
  boxes(): ReadonlyMap<string, Box>;
  /** Opens the field of a frame's title or a note's text. */
  editText(mark: string): void;
  /** Canvas coordinates → the window's. */
  toScreen(point: Point): Point;
  /** Gives the canvas the keyboard. */
  focus(): void;
}

export interface CanvasPortState {
  readonly port: CanvasPort | null;
}

export interface CanvasPortStore extends StoreApi<CanvasPortState> {
  /** The canvas calls it when it appears; returns the removal. */
  register(port: CanvasPort): () => void;
}

export function createCanvasPortStore(): CanvasPortStore {
  const store = createStore<CanvasPortState>(() => ({ port: null }));
  return {
    ...store,
    register(port) {
      store.setState({ port });
      return () => {
        if (store.getState().port === port) store.setState({ port: null });
      };
    },
  };
}
