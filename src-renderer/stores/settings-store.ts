import type { StoreApi } from 'zustand/vanilla';

export type Theme = 'system' | 'light' | 'dark';
/** How derivatives are written: ∂L/∂x, dx, x.grad. */
export type Notation = 'leibniz' | 'short' | 'code';

/** Kept between starts. */
export interface SettingsState {
  readonly theme: Theme;
  readonly notation: Notation;
  readonly paletteOpen: boolean;
  readonly panelOpen: boolean;
  readonly minimap: boolean;
  readonly grid: boolean;
}

export interface SettingsStore extends StoreApi<SettingsState> {
  set(change: Partial<SettingsState>): void;
}
