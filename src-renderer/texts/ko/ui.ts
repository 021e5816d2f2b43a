import type { en } from '../en/index.ts';
import type { Words } from './words.ts';

export const ui = {
  close: '닫기',
  clear: '지우기',
  search: '검색',
  'key.Mod': 'Ctrl',
  'key.Mod.mac': '⌘',
  'key.Shift': 'Shift',
  'key.Shift.mac': '⇧',
  'key.Alt': 'Alt',
  'key.Alt.mac': '⌥',
  'key.ArrowLeft': '←',
  'key.ArrowRight': '→',
  'key.ArrowUp': '↑',
  'key.ArrowDown': '↓',
  'key.Escape': 'Esc',
  'key.Delete': 'Del',
  'key.Backspace': 'Backspace',
  'key.Enter': 'Enter',
  'key.Space': 'Space',
  'key.Home': 'Home',
  'key.End': 'End',
  'key.PageUp': 'Page Up',
  'key.PageDown': 'Page Down',
} as const satisfies Words<typeof en.ui>;
