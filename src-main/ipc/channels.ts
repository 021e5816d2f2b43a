/** Requests of the window. Each is answered with an `Answer`. */
export const REQUESTS = {
  openDialog: 'document:open-dialog',
  openRecent: 'document:open-recent',
  save: 'document:save',
  saveDialog: 'document:save-dialog',
  setDocumentState: 'document:state',
  recentFiles: 'recent:list',
  clearRecentFiles: 'recent:clear',
  writeJournal: 'journal:write',
  readJournal: 'journal:read',
  clearJournal: 'journal:clear',
  answerClose: 'window:answer-close',
} as const;

/** Messages to the window. */
export const MESSAGES = {
  closeRequested: 'window:close-requested',
  openFile: 'document:open-file',
  menuCommand: 'menu:command',
} as const;

/** Errors travel as data: a rejected handler would reach the window with the channel's name and a stack in its message. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
