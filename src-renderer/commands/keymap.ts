import { isMac } from '../ui/shortcut-text.ts';
import { isBareKey, matchesKeys } from './keys.ts';
import type { CommandRegistry } from './registry.ts';

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Where shortcuts without a modifier work: regions marked so, and the page when nothing has the focus. */
const BARE_KEYS = '[data-bare-keys]';
/** What a focused control does itself with these keys. */
const PRESSES: ReadonlySet<string> = new Set(['Enter', ' ']);
const MOVES: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/**
 * One listener for all shortcuts. What an element handles itself (`preventDefault`), typing, input methods and open popups
 * are left alone. Returns the removal.
 */
export function installKeymap(
  commands: CommandRegistry,
  target: Pick<Window, 'addEventListener' | 'removeEventListener'> = window,
  mac = isMac(),
): () => void {
  const shortcuts = commands.list.flatMap((command) =>
    command.nativeKeys ? [] : (command.keys ?? []).map((keys) => ({ keys, command })),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Process' || event.key === 'Dead') return;
    const origin = event.composedPath()[0];
    const element = origin instanceof Element ? origin : null;
    if (element?.closest(POPUPS)) return;
    const found = shortcuts.find(({ keys, command }) => {
      if (!matchesKeys(keys, event, mac)) return false;
      if (isTyping(element) && !command.whileTyping) return false;
      return !isBareKey(keys) || bareKeysWork(element, event.key);
    });
    if (!found) return;
    event.preventDefault(); // also when it is unavailable: the browser must not save the page instead
    if (event.repeat && !found.command.repeats) return;
    if (isTyping(element)) commit(element);
    commands.run(found.command.id);
  };
  target.addEventListener('keydown', onKeyDown as EventListener);
  return () => target.removeEventListener('keydown', onKeyDown as EventListener);
}

export function isTyping(element: Element | null): boolean {
  if (!element) return false;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  if (element instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color'].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function bareKeysWork(element: Element | null, key: string): boolean {
  if (!element || element === document.body || element === document.documentElement) return true;
  if (!element.closest(BARE_KEYS)) return false;
  if (PRESSES.has(key)) return !element.closest('button, a, [role="button"], [role="radio"], [role="tab"]');
  if (MOVES.has(key)) return !element.closest('[role="slider"], [role="radio"], [role="tab"], input');
  return true;
}

/** Fields commit what was typed when they lose the focus; it is given back afterwards. */
function commit(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.blur();
  if (element.isConnected) element.focus();
}
