import type { SettingsStore } from '../stores/settings-store.ts';
import { isMac } from '../ui/shortcut-text.ts';
import type { CommandRegistry } from './registry.ts';
import { commandFor, type Focus } from './shortcuts.ts';

const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const PRESSABLE = 'button, a, summary, [role="button"], [role="radio"], [role="tab"], [role="option"]';
/** Controls that move by themselves. */
const MOVABLE = '[role="slider"], [role="radio"], [role="tab"], [role="separator"], [role="option"], input';
/** Regions whose moving keys are the player's and the canvas's. */
const BARE_KEYS = '[data-bare-keys]';

/**
 * One listener for all shortcuts. What an element handles itself (`preventDefault`), typing, input methods and open popups
 * are left alone. Returns the removal.
 */
export function installKeymap(commands: CommandRegistry, settings: SettingsStore): () => void {
  const mac = isMac();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Process' || event.key === 'Dead') return;
    const origin = event.composedPath()[0];
    const element = origin instanceof Element ? origin : null;
    const focus = focusOf(element);
    const { singleKeys } = settings.getState();
    const command = commandFor(commands.list, event, focus, { mac, singleKeys });
    if (!command) return;
    event.preventDefault(); // also when it is unavailable: the browser must not save the page instead
    if (event.repeat && !command.repeats) return;
    if (focus.typing) commit(element);
    commands.run(command.id);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function focusOf(element: Element | null): Focus {
  const nothing = !element || element === document.body || element === document.documentElement;
  return {
    typing: isTyping(element),
    popup: element?.closest(POPUPS) != null,
    pressable: element?.closest(PRESSABLE) != null,
    moves: nothing || (element.closest(BARE_KEYS) !== null && element.closest(MOVABLE) === null),
  };
}

export function isTyping(element: Element | null): boolean {
  if (!element) return false;
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  if (element instanceof HTMLInputElement)
    return !['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color'].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Fields commit what was typed when they lose the focus; it is given back afterwards. */
function commit(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.blur();
  if (element.isConnected) element.focus();
}
