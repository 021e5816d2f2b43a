import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeyValueStorage } from '../platform/platform.ts';
import type { WireNumbers } from './session-store.ts';

export type Theme = 'system' | 'light' | 'dark';
/** Language of the window; that of the system where it is spoken, else English. */
export const LANGUAGE_CHOICES = ['system', 'en', 'ko'] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];
/** How derivatives are written: ∂L/∂x, dx, x.grad. */
type Notation = 'leibniz' | 'short' | 'code';
/** `sign`: blue for plus, orange for minus. `cs231n`: values green, gradients red, as that course draws circuits. */
export type NumberColours = 'sign' | 'cs231n';

/** Kept between starts. */
export interface SettingsState {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly notation: Notation;
  readonly numberColours: NumberColours;
  readonly paletteOpen: boolean;
  readonly panelOpen: boolean;
  readonly minimap: boolean;
  readonly grid: boolean;
  /** Large graphs are painted but for what is near the pointer; off, every node and wire is an element. */
  readonly virtualise: boolean;
  /** Letters and signs alone are shortcuts. */
  readonly singleKeys: boolean;
  /** What stands on wires. */
  readonly wireNumbers: WireNumbers;
  readonly paletteWidthPx: number;
  readonly panelWidthPx: number;
  /** Size of the window's text; at 12 everything has the size it was drawn with. */
  readonly textSizePx: TextSize;
  /** Shortcuts the user chose, by command; the others keep their own. An empty list takes a command's shortcuts away. */
  readonly shortcuts: Shortcuts;
  /** Merged gates the user saved to use again. */
  readonly gates: readonly SavedGate[];
}

/** `text` is what copying the gate puts on the clipboard; it is checked when it is used. */
export interface SavedGate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export const TEXT_SIZES = [12, 13, 14, 15, 16] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export type Shortcuts = Readonly<Record<string, readonly string[]>>;

export interface SettingsStore extends StoreApi<SettingsState> {
  set(change: Partial<SettingsState>): void;
}

const KEY = 'chainrule.settings';

export const defaultSettings: SettingsState = Object.freeze({
  theme: 'system',
  language: 'system',
  notation: 'leibniz',
  numberColours: 'sign',
  paletteOpen: true,
  panelOpen: true,
  minimap: false,
  grid: true,
  virtualise: true,
  singleKeys: true,
  wireNumbers: 'both',
  paletteWidthPx: 224,
  panelWidthPx: 288,
  textSizePx: 12,
  shortcuts: Object.freeze({}),
  gates: Object.freeze([]),
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
  language: oneOf(...LANGUAGE_CHOICES),
  notation: oneOf('leibniz', 'short', 'code'),
  numberColours: oneOf('sign', 'cs231n'),
  paletteOpen: flag,
  panelOpen: flag,
  minimap: flag,
  grid: flag,
  virtualise: flag,
  singleKeys: flag,
  wireNumbers: oneOf('values', 'gradients', 'both', 'none'),
  paletteWidthPx: within(160, 480),
  panelWidthPx: within(200, 640),
  textSizePx: (raw) => TEXT_SIZES.find((size) => size === raw),
  shortcuts: readShortcuts,
  gates: readGates,
};

const MOST_SHORTCUTS = 500;
const LONGEST_KEYS = 40;

/** Shortcuts by command as they are kept and exported; `undefined` when it is something else. */
export function readShortcuts(raw: unknown): Shortcuts | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const entries = Object.entries(raw);
  const sound = ([id, keys]: [string, unknown]) =>
    /^[a-z][a-z0-9.-]{0,80}$/.test(id) &&
    Array.isArray(keys) &&
    keys.length <= 8 &&
    keys.every((each) => typeof each === 'string' && each !== '' && each.length <= LONGEST_KEYS);
  return entries.length <= MOST_SHORTCUTS && entries.every(sound)
    ? (Object.fromEntries(entries) as Shortcuts)
    : undefined;
}

const MOST_GATES = 200;
const LONGEST_GATE = 2 ** 20;

function readGates(raw: unknown): readonly SavedGate[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.slice(0, MOST_GATES).flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { id, name, text } = entry as Record<string, unknown>;
    const sound = (value: unknown, longest: number): value is string =>
      typeof value === 'string' && value !== '' && value.length <= longest;
    return sound(id, 128) && sound(name, 4000) && sound(text, LONGEST_GATE) ? [{ id, name, text }] : [];
  });
}

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
