import { contextBridge, ipcRenderer } from 'electron';
import { type Answer, MESSAGES, REQUESTS } from '../ipc/channels.ts';
import type { DesktopBridge } from './contract.ts';

/** Main hands these over on the command line of the window's process: a sandboxed script can read little else. */
const argument = (name: string) =>
  process.argv.find((text) => text.startsWith(`--chainrule-${name}=`))?.slice(`--chainrule-${name}=`.length) ?? '';

async function request<T>(channel: string, ...args: readonly unknown[]): Promise<T> {
  const answer: Answer = await ipcRenderer.invoke(channel, ...args);
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as T; // main's handlers and the contract are held together by tests of the built program
}

/** Fire and forget: what could be refused here is a mistake of the program and is reported by main. */
function tell(channel: string, ...args: readonly unknown[]) {
  request(channel, ...args).catch(() => undefined);
}

/** Keeps what arrives before the page listens, and never passes Electron's event object on. */
function receive<T>(channel: string) {
  const listeners = new Set<(value: T) => void>();
  const early: T[] = [];
  ipcRenderer.on(channel, (_event, value: T) => {
    if (listeners.size === 0) early.push(value);
    for (const listener of [...listeners]) listener(value);
  });
  return (listener: (value: T) => void) => {
    listeners.add(listener);
    for (const value of early.splice(0)) listener(value);
    return () => void listeners.delete(listener);
  };
}

const bridge: DesktopBridge = {
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
  version: argument('version'),
  openDialog: () => request(REQUESTS.openDialog),
  openRecent: (handle) => request(REQUESTS.openRecent, handle),
  recentFiles: () => request(REQUESTS.recentFiles),
  clearRecentFiles: () => request(REQUESTS.clearRecentFiles),
  save: (handle, text) => request(REQUESTS.save, handle, text),
  saveDialog: (suggestedName, text) => request(REQUESTS.saveDialog, suggestedName, text),
  writeJournal: (text) => request(REQUESTS.writeJournal, text),
  readJournal: () => request(REQUESTS.readJournal),
  clearJournal: () => request(REQUESTS.clearJournal),
  setDocumentState: (state) => tell(REQUESTS.setDocumentState, state),
  onCloseRequested: receive(MESSAGES.closeRequested),
  answerClose: (mayClose) => tell(REQUESTS.answerClose, mayClose),
  onOpenFile: receive(MESSAGES.openFile),
  onMenuCommand: receive(MESSAGES.menuCommand),
};

contextBridge.exposeInMainWorld('chainruleDesktop', bridge);
