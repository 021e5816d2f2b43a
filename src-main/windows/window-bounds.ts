import type { BrowserWindow, Rectangle } from 'electron';
import type { JsonStore } from '../settings/json-store.ts';

/** Where a window was and how large, in device-independent pixels. */
export interface WindowPlacement {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const MINIMUM_SIZE = { width: 880, height: 560 } as const;
const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
/** A second window stands this much to the right and below, so that both title bars can be seen. */
const CASCADE_PX = 32;

export function parsePlacement(value: unknown): WindowPlacement | null {
  if (typeof value !== 'object' || value === null) return null;
  const { bounds, maximized } = value as Record<string, unknown>;
  if (typeof bounds !== 'object' || bounds === null) return null;
  const { x, y, width, height } = bounds as Record<string, unknown>;
  const numbers = [x, y, width, height];
  if (!numbers.every((n): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) < 1e5)) return null;
  const [left = 0, top = 0, wide = 0, high = 0] = numbers.map(Math.round);
  if (wide < MINIMUM_SIZE.width || high < MINIMUM_SIZE.height) return null;
  return { bounds: { x: left, y: top, width: wide, height: high }, maximized: maximized === true };
}

/**
 * Where the next window goes: the remembered place when its title bar can still be reached on some display (screens get
 * unplugged), shifted once for each window already open; otherwise the default size, placed by the system.
 */
export function placeWindow(
  remembered: WindowPlacement | null,
  workAreas: readonly Rectangle[],
  openWindows: number,
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (!remembered) return DEFAULT_SIZE;
  const shift = (openWindows % 8) * CASCADE_PX;
  const { x, y, width, height } = remembered.bounds;
  const moved = { x: x + shift, y: y + shift, width, height };
  return workAreas.some((area) => titleBarReachable(moved, area)) ? moved : { width, height };
}

function titleBarReachable(bounds: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return visibleWidth >= 200 && bounds.y >= area.y && bounds.y <= area.y + area.height - 40;
}

/** Remembers the window's place when the user has moved or resized it, and when it closes. */
export function rememberPlacement(window: BrowserWindow, store: JsonStore<WindowPlacement | null>) {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized()) return;
    void store.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', remember);
  window.on('closed', () => clearTimeout(timer));
}
