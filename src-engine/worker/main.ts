/// <reference lib="webworker" />
import { serve } from '../protocol/host.ts';
import { stream } from '../random/stream.ts';

// Graphs are other people's data: nothing in one may reach what every object inherits.
Object.freeze(Object.prototype);

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const turns = new MessageChannel(); // the quickest way to let other messages in: timers wait 4 ms
const deferred: (() => void)[] = [];
turns.port1.onmessage = () => deferred.shift()?.();

serve(
  {
    post: (response, transfer) => scope.postMessage(response, [...transfer]),
    listen(onMessage) {
      scope.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
    },
  },
  {
    now: () => performance.now(),
    uniform: (purpose) => stream(1, purpose),
    defer(call) {
      deferred.push(call);
      turns.port2.postMessage(null);
    },
  },
);
