import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeyValueStorage } from '../platform/platform.ts';
import type { WireNumbers } from './session-store.ts';

export type Theme = 'system' | 'light' | 'dark';
/** How derivatives are written: ∂L/∂x, dx, x.grad. */
type Notation = 'leibniz' | 'short' | 'code';

/** Kept between starts. */
export interface SettingsState {
  readonly theme: Theme;
  readonly notation: Notation;
  readonly paletteOpen: boolean;
  readonly panelOpen: boolean;
  readonly minimap: boolean;
  readonly grid: boolean;
  /** Letters and signs alone are shortcuts. */
  readonly singleKeys: boolean;
  /** What stands on wires. */
  readonly wireNumbers: WireNumbers;
  readonly paletteWidthPx: number;
  readonly panelWidthPx: number;
}

export interface SettingsStore extends StoreApi<SettingsState> {
  set(change: Partial<SettingsState>): void;
}

const KEY = 'chainrule.settings';

export const defaultSettings: SettingsState = Object.freeze({
  theme: 'system',
  notation: 'leibniz',
  paletteOpen: true,
  panelOpen: true,
  minimap: false,
  grid: true,
  singleKeys: true,
  wireNumbers: 'both',
  paletteWidthPx: 224,
  panelWidthPx: 288,
});

const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (raw: unknown): T | undefined =>
    allowed.find((value) => value === raw);
const flag = (raw: unknown) => (typeof raw === 'boolean' ? raw : undefined);
const within = (min: number, max: number) => (raw: unknown) =>
  typeof raw === 'number' && raw >= min && raw <= max ? raw : undefined;

/** Reads one setting; `undefined` when what was kept is not valid, so that the default stands. */
const readers: { readonly [K in keyof SettingsState]: (raw: unknown) => SettingsState[K] | undefined } = {
  theme: oneOf('system', 'light', 'dark'),
  notation: oneOf('leibniz', 'short', 'code'),
  paletteOpen: flag,
  panelOpen: flag,
  minimap: flag,
  grid: flag,
  singleKeys: flag,
  wireNumbers: oneOf('values', 'gradients', 'both', 'none'),
  paletteWidthPx: within(160, 480),
  panelWidthPx: within(200, 640),
};

export function createSettingsStore(storage: KeyValueStorage): SettingsStore {
  const store = createStore<SettingsState>(() => readSettings(storage.get(KEY)));
  return {
    ...store,
    set(change) {
      store.setState(change);
      storage.set(KEY, JSON.stringify(store.getState()));
    },
  };
}

function readSettings(text: string | null): SettingsState {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    // Settings of another program or a half-written file: the defaults stand.
  }
  if (typeof kept !== 'object' || kept === null) return defaultSettings;
  const entries = Object.entries(readers).map(([key, read]) => {
    const raw: unknown = Object.hasOwn(kept, key) ? (kept as Record<string, unknown>)[key] : undefined;
    return [key, read(raw)] as const;
  });
  return { ...defaultSettings, ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)) };
}
