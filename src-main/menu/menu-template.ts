import { basename } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { readableFolder } from '../files/recent-files.ts';

export interface MenuActions {
  /** Sends a command of the window to the window in front. */
  readonly command: (id: string) => void;
  readonly newWindow: () => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
}

export interface MenuContext {
  readonly platform: NodeJS.Platform;
  readonly recentFiles: readonly string[];
  /** Adds what only developers need. */
  readonly development: boolean;
}

type Items = MenuItemConstructorOptions[];

/** The native menu. Items of our own name a command of the window; everything else is a role the system knows. */
export function menuTemplate(actions: MenuActions, context: MenuContext): Items {
  const item = (label: string, id: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id,
    click: () => actions.command(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = context.platform === 'darwin';

  const file: Items = [
    item('New', 'file.new', 'CmdOrCtrl+N'),
    { label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    separator,
    item('Open…', 'file.open', 'CmdOrCtrl+O'),
    { label: 'Open Recent', submenu: recentItems(actions, context.recentFiles) },
    separator,
    item('Save', 'file.save', 'CmdOrCtrl+S'),
    item('Save As…', 'file.save-as', 'CmdOrCtrl+Shift+S'),
    separator,
    { role: 'close' },
    ...(mac ? [] : [separator, { role: 'quit' } as const]),
  ];
  const edit: Items = [
    item('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
    item('Redo', 'edit.redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    item('Duplicate', 'edit.duplicate', 'CmdOrCtrl+D'),
    item('Delete', 'edit.delete'),
    separator,
    item('Select All', 'edit.select-all', 'CmdOrCtrl+A'),
  ];
  const view: Items = [
    item('Zoom In', 'view.zoom-in', 'CmdOrCtrl+='),
    item('Zoom Out', 'view.zoom-out', 'CmdOrCtrl+-'),
    item('Actual Size', 'view.zoom-reset', 'CmdOrCtrl+0'),
    item('Fit to Window', 'view.fit'),
    separator,
    { role: 'togglefullscreen' },
    ...(context.development ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
  ];
  const help: Items = [
    item('All Commands…', 'help.commands', 'CmdOrCtrl+K'),
    item('Keyboard Shortcuts', 'help.shortcuts'),
    ...(mac ? [] : [separator, item('About Chainrule', 'help.about')]),
  ];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
    { role: 'help', label: '&Help', submenu: help },
  ];
}

function recentItems(actions: MenuActions, paths: readonly string[]): Items {
  if (paths.length === 0) return [{ label: 'No Recent Files', enabled: false }];
  const names = paths.map((path) => basename(path));
  const label = (path: string, index: number) => {
    const name = names[index] ?? path;
    const ambiguous = names.indexOf(name) !== names.lastIndexOf(name);
    // An ampersand would mark the next letter as a shortcut.
    return (ambiguous ? `${name} – ${readableFolder(path)}` : name).replaceAll('&', '&&');
  };
  return [
    ...paths.map((path, index) => ({ label: label(path, index), click: () => actions.openRecent(path) })),
    { type: 'separator' },
    { label: 'Clear Recent Files', click: actions.clearRecent },
  ];
}
