import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LessonProblem } from '../lesson-format/problems.ts';

/** What stands in front of the window, one at a time. */
type Dialog =
  | { readonly kind: 'commands' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  /** A network to build: layers, activation, how it starts. */
  | { readonly kind: 'network' }
  | { readonly kind: 'lessons' }
  | { readonly kind: 'unsaved'; readonly title: string; readonly answer: (answer: UnsavedAnswer) => void }
  /** A document that cannot be opened. */
  | { readonly kind: 'problems'; readonly name: string; readonly problems: readonly LessonProblem[] }
  /** Unsaved work of an earlier run that cannot be opened; `name` of the file it belonged to. */
  | { readonly kind: 'aside'; readonly name: string | null; readonly text: string }
  /** A file that could not be read or written; `text` is the system's sentence. */
  | { readonly kind: 'failed'; readonly what: 'open' | 'save'; readonly text: string };

type UnsavedAnswer = 'save' | 'discard' | 'cancel';

export interface DialogState {
  readonly dialog: Dialog | null;
  /** Counts dialogs, so that one that follows another of its kind starts afresh. */
  readonly shown: number;
}

export interface DialogStore extends StoreApi<DialogState> {
  show(dialog: Dialog): void;
  /** Closing a question answers it with cancel. */
  close(): void;
  askUnsaved(title: string): Promise<UnsavedAnswer>;
}

export function createDialogStore(): DialogStore {
  const store = createStore<DialogState>(() => ({ dialog: null, shown: 0 }));
  const replace = (dialog: Dialog | null) => {
    const { dialog: before, shown } = store.getState();
    store.setState({ dialog, shown: dialog ? shown + 1 : shown });
    if (before?.kind === 'unsaved') before.answer('cancel'); // answers after the first are ignored by the promise
  };
  return {
    ...store,
    show: replace,
    close: () => replace(null),
    askUnsaved: (title) =>
      new Promise((resolve) => {
        const answer = (choice: UnsavedAnswer) => {
          resolve(choice);
          const { dialog } = store.getState();
          if (dialog?.kind === 'unsaved' && dialog.answer === answer) replace(null);
        };
        replace({ kind: 'unsaved', title, answer });
      }),
  };
}
