import { describe, expect, test } from 'vitest';
import { bind, parseShortcuts, shortcutsText, unbind, usersOf, withShortcuts } from './bindings.ts';
import type { Command } from './command.ts';
import { keysOfStroke } from './record-keys.ts';

const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  label: 'edit.undo',
  keys,
  run: () => undefined,
  ...more,
});
const list = [
  command('edit.undo', ['Mod+Z']),
  command('edit.redo', ['Mod+Shift+Z', 'Mod+Y']),
  command('edit.copy', ['Mod+C'], { nativeKeys: true }),
];
const keysOf = (chosen: Parameters<typeof withShortcuts>[1]) =>
  Object.fromEntries(withShortcuts(list, chosen).map(({ id, keys }) => [id, keys]));

describe('shortcuts the user chose', () => {
  test('take the place of a command’s own, and are taken from any other', () => {
    const chosen = bind(list, {}, 'edit.undo', ['Mod+Y']);
    expect(keysOf(chosen)).toMatchObject({ 'edit.undo': ['Mod+Y'], 'edit.redo': ['Mod+Shift+Z'] });
    expect(usersOf(withShortcuts(list, chosen), 'Mod+Y', 'edit.redo').map(({ id }) => id)).toEqual(['edit.undo']);
  });

  test('reset gives back the command’s own, and nothing is kept of it', () => {
    const chosen = bind(list, {}, 'edit.undo', ['Mod+Y']);
    expect(unbind(list, chosen, 'edit.undo')).toEqual({ 'edit.redo': ['Mod+Shift+Z'] });
    expect(unbind(list, unbind(list, chosen, 'edit.undo'), 'edit.redo')).toEqual({});
  });

  test('no two commands share a shortcut, whatever was bound in whatever order', () => {
    let chosen = bind(list, {}, 'edit.redo', ['Mod+Z']);
    chosen = bind(list, chosen, 'edit.undo', ['Mod+Shift+Z']);
    chosen = unbind(list, chosen, 'edit.redo');
    const all = withShortcuts(list, chosen).flatMap(({ keys }) => keys ?? []);
    expect(new Set(all).size).toBe(all.length);
  });

  test('copy and paste stay the browser’s', () => {
    expect(keysOf({ 'edit.copy': ['Mod+Q'] })['edit.copy']).toEqual(['Mod+C']);
  });

  test('are the same after export and import; other text is none', () => {
    const chosen = bind(list, {}, 'edit.undo', ['Shift+Alt+U']);
    expect(parseShortcuts(shortcutsText(chosen), list)).toEqual(chosen);
    expect(parseShortcuts(shortcutsText({ ...chosen, 'no.such': ['Q'] }), list)).toEqual(chosen);
    for (const text of ['', 'null', '{}', '{"chainrule-shortcuts":1,"shortcuts":{"edit.undo":"Q"}}'])
      expect(parseShortcuts(text, list)).toBeNull();
  });
});

describe('a recorded keystroke', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  test.each([
    ['a letter', { key: 'k', code: 'KeyK', ctrlKey: true }, 'Mod+K'],
    ['a letter with Shift', { key: 'K', code: 'KeyK', shiftKey: true }, 'Shift+K'],
    ['a sign, however it is typed', { key: '?', code: 'Slash', shiftKey: true }, '?'],
    ['a letter that Alt turns into another', { key: '®', code: 'KeyR', altKey: true }, 'Alt+R'],
    ['a letter of another script, by its place', { key: 'я', code: 'KeyZ', ctrlKey: true }, 'Mod+Z'],
    ['a named key', { key: 'PageDown', code: 'PageDown', ctrlKey: true }, 'Mod+PageDown'],
    ['a function key', { key: 'F6', code: 'F6' }, 'F6'],
    ['the space bar', { key: ' ', code: 'Space', ctrlKey: true }, 'Mod+Space'],
    ['Shift alone', { key: 'Shift', code: 'ShiftLeft', shiftKey: true }, null],
    ['Tab, which moves the focus', { key: 'Tab', code: 'Tab' }, null],
    ['Escape, which leaves', { key: 'Escape', code: 'Escape' }, null],
    ['the key of the system', { key: 'e', code: 'KeyE', metaKey: true }, null],
  ])('%s', (_, stroke, keys) => {
    expect(keysOfStroke({ ...none, ...stroke }, false)).toBe(keys);
  });
});
