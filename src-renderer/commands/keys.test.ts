import { describe, expect, test } from 'vitest';
import { isBareKey, type Keystroke, matchesKeys } from './keys.ts';

const stroke = (key: string, code: string, modifiers: Partial<Keystroke> = {}): Keystroke => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});

describe('shortcuts', () => {
  test('Mod is Ctrl, and Command on a Mac', () => {
    const ctrl = stroke('z', 'KeyZ', { ctrlKey: true });
    const command = stroke('z', 'KeyZ', { metaKey: true });
    expect([matchesKeys('Mod+Z', ctrl, false), matchesKeys('Mod+Z', command, false)]).toEqual([true, false]);
    expect([matchesKeys('Mod+Z', ctrl, true), matchesKeys('Mod+Z', command, true)]).toEqual([false, true]);
  });

  test('modifiers must be those named, no more and no fewer', () => {
    const both = stroke('Z', 'KeyZ', { ctrlKey: true, shiftKey: true });
    expect(matchesKeys('Mod+Shift+Z', both, false)).toBe(true);
    expect(matchesKeys('Mod+Z', both, false)).toBe(false);
    expect(matchesKeys('Z', both, false)).toBe(false);
  });

  test('a latin layout goes by the letter typed, wherever its key is', () => {
    const dvorakZ = stroke('z', 'Slash', { ctrlKey: true });
    const dvorakOnKeyZ = stroke(';', 'KeyZ', { ctrlKey: true });
    expect(matchesKeys('Mod+Z', dvorakZ, false)).toBe(true);
    expect(matchesKeys('Mod+Y', stroke('z', 'KeyY', { ctrlKey: true }), false)).toBe(false);
    expect(matchesKeys('Mod+/', dvorakOnKeyZ, false)).toBe(false);
  });

  test('other scripts go by the place of the key', () => {
    expect(matchesKeys('Mod+Z', stroke('я', 'KeyZ', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('V', stroke('м', 'KeyV'), false)).toBe(true);
    expect(matchesKeys('1', stroke('١', 'Digit1'), false)).toBe(true);
  });

  test('Alt makes other characters on a Mac; the place decides', () => {
    expect(matchesKeys('Shift+Alt+T', stroke('ˇ', 'KeyT', { shiftKey: true, altKey: true }), true)).toBe(true);
  });

  test('signs match what is typed, however it is typed', () => {
    expect(matchesKeys('?', stroke('?', 'Slash', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('?', stroke('?', 'Minus', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('/', stroke('/', 'Digit7', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('+', stroke('+', 'BracketRight'), false)).toBe(true);
    expect(matchesKeys('?', stroke('?', 'Slash', { shiftKey: true, ctrlKey: true }), false)).toBe(false);
  });

  test('named keys', () => {
    expect(matchesKeys('Home', stroke('Home', 'Home'), false)).toBe(true);
    expect(matchesKeys('Space', stroke(' ', 'Space'), false)).toBe(true);
    expect(matchesKeys('Mod+Enter', stroke('Enter', 'Enter', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('Delete', stroke('Delete', 'Delete', { ctrlKey: true }), false)).toBe(false);
  });
});

test.each([
  ['V', true],
  ['Home', true],
  ['?', true],
  ['Shift+G', true],
  ['Mod+K', false],
  ['Alt+N', false],
  ['Shift+Alt+T', false],
  ['F2', false],
])('%s has no modifier that keeps it apart from typing: %s', (keys, bare) => {
  expect(isBareKey(keys)).toBe(bare);
});
