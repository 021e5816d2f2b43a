import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ChainruleDocument, emptyDocument, serializeDocument } from '#engine';
import type { FileReference, OpenedFile, Platform, RecentFile } from '../platform/platform.ts';
import type { Translate } from '../texts/texts.ts';
import type { DialogStore } from './dialog-store.ts';
import type { DocumentStore } from './document-store.ts';
import type { SessionStore } from './session-store.ts';

/** A document that comes with the program. */
interface ExampleDocument {
  readonly id: string;
  readonly title: string;
  /** Row of the curriculum, `A1`: the list is parted by its letter. */
  readonly row: string;
  /** Its file's text. */
  readonly read: () => string | Promise<string>;
}

interface DocumentsState {
  /** Files opened or saved before, the newest first. */
  readonly recent: readonly RecentFile[];
  /** A file is being written. */
  readonly saving: boolean;
}

/** Opening, saving and replacing documents. What is unsaved is asked about before it would be lost. */
export interface DocumentsStore extends StoreApi<DocumentsState> {
  readonly examples: readonly ExampleDocument[];
  create(): Promise<void>;
  open(): Promise<void>;
  openRecent(file: RecentFile): Promise<void>;
  openExample(id: string): Promise<void>;
  /** A file that came from outside: dropped, or handed over by the system. */
  openFile(file: Promise<OpenedFile>): Promise<void>;
  /** Whether the document is saved now: false when the user cancelled or writing failed. */
  save(): Promise<boolean>;
  saveAs(): Promise<boolean>;
  clearRecent(): Promise<void>;
  /** Whether the document may go: nothing unsaved, or the user saved it or gave it up. */
  mayLeave(): Promise<boolean>;
}

export interface DocumentsOptions {
  readonly document: DocumentStore;
  readonly session: SessionStore;
  readonly dialogs: DialogStore;
  readonly platform: Platform;
  readonly translate: Translate;
  readonly examples: readonly ExampleDocument[];
  /** Takes the text of a file that is no document but a lesson; false when it is none. */
  readonly openLesson?: (text: string, name: string) => boolean;
  /** Brings the user's own document back when a lesson stands in its place. */
  readonly leaveLesson?: () => void;
}

export function createDocumentsStore(options: DocumentsOptions): DocumentsStore {
  const { document, session, dialogs, platform, translate, examples, openLesson, leaveLesson } = options;
  const store = createStore<DocumentsState>(() => ({ recent: [], saving: false }));

  const refreshRecent = async () => {
    try {
      store.setState({ recent: await platform.files.recent() });
    } catch {
      store.setState({ recent: [] }); // a list of files is a convenience; opening still works
    }
  };
  const failed = (what: 'open' | 'save', error: unknown) =>
    dialogs.show({ kind: 'failed', what, text: error instanceof Error ? error.message : `${error}` });

  /** Replaces the document by the text of a file, or shows what is wrong with it and changes nothing. */
  let openings = 0;
  const show = async (text: string, name: string, file: FileReference | null): Promise<void> => {
    openings++;
    const opening = openings;
    if (openLesson?.(text, name)) return;
    const { version } = document.getState();
    const { document: opened, problems } = await platform.parseDocument(text);
    if (opening !== openings) return; // another was asked for meanwhile
    if (!opened) {
      dialogs.show({ kind: 'problems', name, problems: problems ?? [] });
      return;
    }
    if (document.getState().version !== version && !(await mayLeave())) return; // edited while a long text was read
    document.open(opened, file);
  };

  let writing: Promise<unknown> = Promise.resolve();
  /** One write after another, so that an older state never lands on a newer one. */
  const write = async (target: (text: string) => Promise<FileReference | null>): Promise<boolean> => {
    const turn = writing.then(async () => {
      const written = document.getState().document;
      store.setState({ saving: true });
      try {
        const file = await target(serializeDocument(written));
        if (!file) return false;
        document.markSaved(file, written);
        session.notify(translate('commands:done.saved', { name: file.name }));
        await refreshRecent();
        return true;
      } catch (error) {
        failed('save', error);
        return false;
      } finally {
        store.setState({ saving: false });
      }
    });
    writing = turn;
    return turn;
  };
  const saveAs = () => {
    const { document: current, file } = document.getState();
    const name = file?.name ?? fileNameFor(current.title);
    return write((text) => platform.files.saveAs(name, text));
  };
  const save = () => {
    const { file } = document.getState();
    return file?.handle != null ? write((text) => platform.files.save(file, text)) : saveAs();
  };
  const mayLeave = async () => {
    leaveLesson?.();
    const { edited, document: current } = document.getState();
    if (!edited) return true;
    const answer = await dialogs.askUnsaved(current.title);
    if (answer === 'save') return save();
    return answer === 'discard';
  };
  /** Asks, reads and shows; whatever fails is told and leaves the document as it is. */
  const openFrom = async (read: () => Promise<OpenedFile | null>) => {
    try {
      const opened = await read();
      if (opened) await show(opened.text, opened.name, { name: opened.name, handle: opened.handle });
      await refreshRecent();
    } catch (error) {
      failed('open', error);
    }
  };
  void refreshRecent();

  return {
    ...store,
    examples,
    save,
    saveAs,
    mayLeave,
    async create() {
      if (await mayLeave()) document.open(freshDocument(), null);
    },
    async open() {
      if (await mayLeave()) await openFrom(() => platform.files.open());
    },
    async openRecent(file) {
      if (await mayLeave()) await openFrom(() => platform.files.openRecent(file));
    },
    async openFile(file) {
      file.catch(() => undefined); // told below, once the question is answered
      if (await mayLeave()) await openFrom(() => file);
    },
    async openExample(id) {
      const example = examples.find((each) => each.id === id);
      if (!example) return session.notify(translate('commands:refused.example', { id }), 'refusal');
      if (!(await mayLeave())) return;
      try {
        await show(await example.read(), example.title, null);
      } catch (error) {
        failed('open', error);
      }
    },
    async clearRecent() {
      await platform.files.clearRecent();
      await refreshRecent();
      session.notify(translate('commands:done.cleared'));
    },
  };
}

/** A new object each time, so that it counts as another document. */
function freshDocument(): ChainruleDocument {
  return { ...emptyDocument };
}

/** `Squared error of w·x` → `squared-error-of-w-x.chainrule.json`. */
export function fileNameFor(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${words || 'untitled'}.chainrule.json`;
}
