import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api';
import { fromElk, toElk } from './elk-graph.ts';
import type { Layout, LayoutGraph } from './layout-graph.ts';

export interface LayoutEngine {
  /** Minimises crossings and bends, in another thread. */
  layout(graph: LayoutGraph): Promise<Layout>;
  dispose(): void;
}

/** Starts its worker with the first layout. */
export function createLayoutEngine(): LayoutEngine {
  let elk: Elk | null = null;
  const start = () =>
    new ELK({
      workerFactory: () => new Worker(new URL('./elk.worker.ts', import.meta.url), { type: 'module', name: 'layout' }),
    });
  return {
    async layout(graph) {
      elk ??= start();
      return fromElk(await elk.layout(toElk(graph)));
    },
    dispose() {
      elk?.terminateWorker();
      elk = null;
    },
  };
}
