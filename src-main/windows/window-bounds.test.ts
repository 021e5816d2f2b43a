import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { parsePlacement, placeWindow, rememberPlacement, type WindowPlacement } from './window-bounds.ts';

const SCREEN = { x: 0, y: 25, width: 1920, height: 1055 };
const placed = (x: number, y: number, width = 1000, height = 700): WindowPlacement => ({
  bounds: { x, y, width, height },
  maximized: false,
});

describe('a new window', () => {
  test('stands where the last one was', () => {
    expect(placeWindow(placed(100, 80), [SCREEN], 0)).toEqual({ x: 100, y: 80, width: 1000, height: 700 });
  });

  test('keeps its size but not its place when its title bar would be out of reach', () => {
    for (const gone of [placed(2000, 80), placed(-900, 80), placed(100, 0), placed(100, 1060)])
      expect(placeWindow(gone, [SCREEN], 0)).toEqual({ width: 1000, height: 700 });
    const second = { x: 1920, y: 0, width: 1280, height: 1024 };
    expect(placeWindow(placed(2000, 80), [SCREEN, second], 0)).toMatchObject({ x: 2000 });
  });

  test('does not cover the one before it', () => {
    expect(placeWindow(placed(100, 80), [SCREEN], 2)).toMatchObject({ x: 164, y: 144 });
  });

  test('has a size of its own at the first start', () => {
    expect(placeWindow(null, [SCREEN], 0)).toEqual({ width: 1280, height: 800 });
  });
});

test.each([
  [null],
  ['x'],
  [{}],
  [{ bounds: null }],
  [{ bounds: { x: 0, y: 0, width: 1000 } }],
  [{ bounds: { x: 0, y: 0, width: Number.NaN, height: 700 } }],
  [{ bounds: { x: 1e9, y: 0, width: 1000, height: 700 } }],
  [{ bounds: { x: 0, y: 0, width: 10, height: 10 } }],
])('the remembered place %j is not believed', (value) => {
  expect(parsePlacement(value)).toBeNull();
});

test('a remembered place is read back', () => {
  const value: unknown = JSON.parse(JSON.stringify({ ...placed(1, 2), maximized: true, more: 1 }));
  expect(parsePlacement(value)).toEqual({ ...placed(1, 2), maximized: true });
});

test('a window is remembered once it has come to rest, and when it closes', () => {
  vi.useFakeTimers();
  const stored: unknown[] = [];
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isMinimized: () => false,
    isMaximized: () => true,
    getNormalBounds: () => ({ x: 1, y: 2, width: 1000, height: 700 }),
  });
  rememberPlacement(window as unknown as BrowserWindow, {
    get: () => null,
    set: async (value) => void stored.push(value),
  });
  for (let move = 0; move < 20; move += 1) window.emit('move');
  expect(stored).toEqual([]);
  vi.advanceTimersByTime(600);
  expect(stored).toEqual([{ ...placed(1, 2), maximized: true }]);
  window.emit('resize');
  window.emit('close');
  window.emit('closed');
  vi.advanceTimersByTime(600);
  expect(stored).toHaveLength(2);
  vi.useRealTimers();
});
