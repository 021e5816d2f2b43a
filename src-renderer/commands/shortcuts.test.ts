import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { fileCommands } from './file-commands.ts';
import type { Keystroke } from './keys.ts';
import { playerCommands } from './player-commands.ts';
import { commandFor, type Focus } from './shortcuts.ts';
import { helpCommands, viewCommands } from './view-commands.ts';

const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...playerCommands,
  ...helpCommands,
];
const page: Focus = { typing: false, popup: false, pressable: false, moves: true };
const field: Focus = { ...page, typing: true, moves: false };
const button: Focus = { ...page, pressable: true, moves: false };
const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

function press(key: string, code: string, focus: Focus, modifiers: Partial<Keystroke> = {}, singleKeys = true) {
  return commandFor(commands, { key, code, ...none, ...modifiers }, focus, { mac: false, singleKeys })?.id ?? null;
}
const ctrl = { ctrlKey: true };

describe('while typing', () => {
  test('letters, Delete, undo and copy belong to the field', () => {
    expect(press('v', 'KeyV', field)).toBeNull();
    expect(press('Delete', 'Delete', field)).toBeNull();
    expect(press('z', 'KeyZ', field, ctrl)).toBeNull();
    expect(press('a', 'KeyA', field, ctrl)).toBeNull();
    expect(press('Home', 'Home', field)).toBeNull();
  });

  test('saving and finding a command work all the same', () => {
    expect(press('s', 'KeyS', field, ctrl)).toBe('file.save');
    expect(press('k', 'KeyK', field, ctrl)).toBe('help.commands');
  });
});

test('an open popup has the keyboard for itself', () => {
  expect(press('s', 'KeyS', { ...field, popup: true }, ctrl)).toBeNull();
  expect(press('v', 'KeyV', { ...page, popup: true })).toBeNull();
});

test('letters and signs work from a button, moving keys only where they are ours', () => {
  expect(press('?', 'Slash', button, { shiftKey: true })).toBe('help.shortcuts');
  expect(press('v', 'KeyV', button)).toBe('view.cycle-numbers');
  expect(press('ArrowRight', 'ArrowRight', button)).toBeNull();
  expect(press('ArrowRight', 'ArrowRight', page)).toBe('player.next');
  expect(press('Home', 'Home', page)).toBe('player.start');
});

test('copy and paste are left to the browser, which reports them', () => {
  expect(press('c', 'KeyC', page, ctrl)).toBeNull();
  expect(press('v', 'KeyV', page, ctrl)).toBeNull();
});

test('single keys can be turned off; those with a modifier and the named ones stay', () => {
  expect(press('v', 'KeyV', page, {}, false)).toBeNull();
  expect(press('?', 'Slash', page, { shiftKey: true }, false)).toBeNull();
  expect(press('Home', 'Home', page, {}, false)).toBe('player.start');
  expect(press('z', 'KeyZ', page, ctrl, false)).toBe('edit.undo');
});
