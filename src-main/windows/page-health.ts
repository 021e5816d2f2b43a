import type { Dialog } from 'electron';
import type { DocumentWindow } from './document-window.ts';

const CRASH_WINDOW_MS = 60_000;
const CRASHES_BEFORE_ASKING = 3;

/** A crashed page is loaded again (it then reads its journal); one that keeps crashing, or hangs, asks the user. */
export function watchPageHealth(
  { browserWindow, abandon }: DocumentWindow,
  dialog: Pick<Dialog, 'showMessageBox'>,
  now: () => number,
) {
  const contents = browserWindow.webContents;
  let crashes: number[] = [];
  let asking = false;

  const ask = async (message: string, stay: string, then: () => void) => {
    if (asking || browserWindow.isDestroyed()) return;
    asking = true;
    const { response } = await dialog.showMessageBox(browserWindow, {
      type: 'warning',
      message,
      detail: 'Your last changes are kept and are offered again at the next start.',
      buttons: [stay, 'Close Window'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    asking = false;
    if (response === 1) abandon();
    else then();
  };

  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || browserWindow.isDestroyed()) return;
    crashes = [...crashes.filter((at) => now() - at < CRASH_WINDOW_MS), now()];
    if (crashes.length < CRASHES_BEFORE_ASKING) contents.reload();
    else void ask('This window keeps crashing.', 'Try Again', () => contents.reload());
  });
  browserWindow.on('unresponsive', () => void ask('This window does not respond.', 'Wait', () => undefined));
}
