// The half of the harness that lives in the page: runs the built preload script with a stand-in for `require('electron')`.
import { readFileSync } from 'node:fs';

export const INVOKE_BINDING = '__shellInvoke';
export const DELIVER_FUNCTION = '__shellDeliver';

export interface PreloadFacts {
  readonly preload: string;
  readonly argv: readonly string[];
}

/** A script for the page's start. Like the sandbox, it gives the preload nothing but contextBridge and ipcRenderer. */
export function preloadScript({ preload, argv }: PreloadFacts): string {
  const source = readFileSync(preload, 'utf8').replace(/\n\/\/# sourceMappingURL=.*$/m, '');
  return `(${runPreload.toString()})(
    function (require, process, module, exports) {\n${source}\n},
    ${JSON.stringify({ argv, platform: process.platform, invokeName: INVOKE_BINDING, deliverName: DELIVER_FUNCTION })},
  );`;
}

interface RunFacts {
  readonly argv: readonly string[];
  readonly platform: string;
  readonly invokeName: string;
  readonly deliverName: string;
}

type Preload = (require: (name: string) => unknown, process: object, module: object, exports: object) => void;

/** Serialised into the page, so it may refer to nothing outside itself. */
function runPreload(preload: Preload, facts: RunFacts) {
  const page = globalThis as unknown as Record<string, unknown>;
  if (window !== window.top) return; // Electron runs the preload of a window in its main frame only
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();

  /** What crosses the context bridge is copied and frozen; functions are wrapped. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => cross(value(...args));
    if (value instanceof Promise || typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])));
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(page, name, {
          value: cross(api),
          enumerable: true,
          writable: false,
          configurable: false,
        });
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: unknown[]) {
        structuredClone(args); // throws for what Electron could not send
        const invoke = page[facts.invokeName] as (channel: string, args: unknown[]) => Promise<unknown>;
        return await invoke(channel, args);
      },
      on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  Object.defineProperty(page, facts.deliverName, {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    },
  });
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload script cannot require ${name}`);
  };
  preload(require, { argv: facts.argv, platform: facts.platform, sandboxed: true }, { exports: {} }, {});
}
