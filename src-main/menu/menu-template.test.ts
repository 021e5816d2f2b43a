import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { type MenuContext, menuTemplate } from './menu-template.ts';

const CONTEXT: MenuContext = { platform: 'linux', recentFiles: [], development: false };

function build(context: Partial<MenuContext> = {}) {
  const did: string[] = [];
  const template = menuTemplate(
    {
      command: (id) => void did.push(id),
      newWindow: () => void did.push('new window'),
      openRecent: (path) => void did.push(`open ${path}`),
      clearRecent: () => void did.push('clear'),
    },
    { ...CONTEXT, ...context },
  );
  return { did, items: flatten(template), template };
}

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.();

describe('the native menu', () => {
  test('sends the id of the chosen command', () => {
    const { items, did } = build();
    const commands = items.filter((item) => item.id !== undefined);
    for (const item of commands) click(item);
    expect(did).toEqual(commands.map((item) => item.id));
    expect(did).toEqual(
      expect.arrayContaining(['file.new', 'file.open', 'file.save', 'file.save-as', 'edit.undo', 'edit.redo']),
    );
  });

  test.each(['linux', 'darwin', 'win32'] as const)('has no shortcut and no command twice on %s', (platform) => {
    const { items } = build({ platform, development: true });
    for (const values of [items.map((item) => item.accelerator), items.map((item) => item.id)]) {
      const given = values.filter((value) => value !== undefined);
      expect(new Set(given).size).toBe(given.length);
    }
    expect(
      items.every((item) => item.label !== undefined || item.role !== undefined || item.type === 'separator'),
    ).toBe(true);
  });

  test('leaves the clipboard, closing and quitting to the system’s own roles', () => {
    const roles = (platform: 'linux' | 'darwin') => build({ platform }).items.flatMap(({ role }) => role ?? []);
    expect(roles('linux')).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'close', 'quit', 'windowMenu']));
    expect(roles('darwin')).toEqual(expect.arrayContaining(['appMenu', 'cut', 'copy', 'paste', 'close']));
    expect(roles('darwin')).not.toContain('quit'); // it stands in the application’s own menu there
  });

  test('lists recent files by name, with the folder only where names are the same', () => {
    const recentFiles = ['/a/x.chainrule.json', '/b/x.chainrule.json', '/c/R&D.chainrule.json'];
    const { items, did } = build({ recentFiles });
    const recent = items.find((item) => item.label === 'Open Recent')?.submenu as MenuItemConstructorOptions[];
    expect(recent.map((item) => item.label ?? item.type)).toEqual([
      'x.chainrule.json – /a',
      'x.chainrule.json – /b',
      'R&&D.chainrule.json',
      'separator',
      'Clear Recent Files',
    ]);
    click(recent[1]);
    click(recent[4]);
    expect(did).toEqual(['open /b/x.chainrule.json', 'clear']);
  });

  test('says that there are no recent files', () => {
    const recent = build().items.find((item) => item.label === 'Open Recent')?.submenu;
    expect(recent).toEqual([{ label: 'No Recent Files', enabled: false }]);
  });

  test('offers developer tools only in development', () => {
    const roles = (development: boolean) => build({ development }).items.flatMap(({ role }) => role ?? []);
    expect([roles(true).includes('toggleDevTools'), roles(false).includes('toggleDevTools')]).toEqual([true, false]);
  });
});
