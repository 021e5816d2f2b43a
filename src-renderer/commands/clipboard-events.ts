import type { Studio } from '../stores/studio.ts';
import { copySelection, cutSelection, pasteText } from './clipboard-actions.ts';
import { isTyping } from './keymap.ts';

/**
 * Copy, cut and paste as the browser reports them: they carry the clipboard without asking for leave. Text fields and
 * selected text keep their own. Returns the removal.
 */
export function installClipboard(studio: Studio, page: Document = document): () => void {
  let keepIncoming = false; // Shift held with Paste
  const onKeyDown = (event: KeyboardEvent) => {
    keepIncoming = event.shiftKey;
  };
  const isOurs = (event: ClipboardEvent) => {
    const origin = event.composedPath()[0];
    return (
      !event.defaultPrevented &&
      !isTyping(origin instanceof Element ? origin : null) &&
      studio.dialogs.getState().dialog === null
    );
  };
  const take = (event: ClipboardEvent, copy: (studio: Studio) => string | null) => {
    if (!isOurs(event) || page.getSelection()?.isCollapsed === false) return;
    const text = copy(studio);
    if (text === null) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => take(event, (each) => copySelection(each, 'copied'));
  const onCut = (event: ClipboardEvent) => take(event, cutSelection);
  const onPaste = (event: ClipboardEvent) => {
    if (!isOurs(event)) return;
    event.preventDefault();
    pasteText(studio, event.clipboardData?.getData('text/plain') ?? '', keepIncoming);
  };
  page.addEventListener('keydown', onKeyDown, { capture: true });
  page.addEventListener('copy', onCopy);
  page.addEventListener('cut', onCut);
  page.addEventListener('paste', onPaste);
  return () => {
    page.removeEventListener('keydown', onKeyDown, { capture: true });
    page.removeEventListener('copy', onCopy);
    page.removeEventListener('cut', onCut);
    page.removeEventListener('paste', onPaste);
  };
}
