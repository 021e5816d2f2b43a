/** How often the canvas did what costs time, so that tests can hold it to doing no more than it must. */
export interface Counters {
  /** A gate's element was rendered anew by React Flow or by a change of its data. */
  gate(id: string): void;
  /** The painted layer was painted. */
  paint(): void;
  read(): { readonly gates: Readonly<Record<string, number>>; readonly paints: number };
  reset(): void;
}

export function createCounters(): Counters {
  let gates: Record<string, number> = {};
  let paints = 0;
  return {
    gate(id) {
      gates[id] = (gates[id] ?? 0) + 1;
    },
    paint() {
      paints++;
    },
    read: () => ({ gates: { ...gates }, paints }),
    reset() {
      gates = {};
      paints = 0;
    },
  };
}

/** Where the address asks for it (`?counters`), tests reach the counters of the canvas on screen. */
export function publishCounters(counters: Counters): () => void {
  if (!new URLSearchParams(window.location.search).has('counters')) return () => undefined;
  const page = window as unknown as Record<string, unknown>;
  page['__chainruleCounters'] = counters;
  return () => {
    delete page['__chainruleCounters'];
  };
}
