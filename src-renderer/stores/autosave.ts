import { serializeDocument } from '#engine';
import type { Platform } from '../platform/platform.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';

const DELAY_MS = 1000;

export interface AutosaveOptions {
  readonly document: DocumentStore;
  readonly platform: Platform;
  /** The document set aside while another stands in its place: that one is kept safe. */
  readonly setAside?: () => Pick<DocumentState, 'document' | 'file' | 'edited'> | null;
  /** The journal cannot be written (told once until it can again). */
  readonly onFailure: (text: string) => void;
}

/**
 * Keeps the open document in the journal: a second after a change, and at once when the page may go away. Returns the
 * end of that.
 */
export function startAutosave({ document, platform, setAside, onFailure }: AutosaveOptions): () => void {
  const { clock, journal } = platform;
  let timer: number | null = null;
  let told = false;

  const write = () => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
    const { document: current, file, edited } = setAside?.() ?? document.getState();
    const done = () => {
      told = false;
    };
    const fail = (error: unknown) => {
      if (told) return;
      told = true;
      onFailure(error instanceof Error ? error.message : `${error}`);
    };
    try {
      journal.write({ text: serializeDocument(current), file, edited }).then(done, fail);
    } catch (error) {
      fail(error);
    }
  };
  const ends = [
    document.subscribe((state, previous) => {
      if (state.version === previous.version && state.edited === previous.edited && state.file === previous.file)
        return;
      timer ??= clock.setTimeout(write, DELAY_MS);
    }),
    platform.onHide(() => {
      if (timer !== null) write();
    }),
  ];
  return () => {
    if (timer !== null) clock.clearTimeout(timer);
    for (const end of ends) end();
  };
}

/**
 * Opens what the journal kept. `edited`: it holds changes that no file has. `null`: there was nothing to restore; what
 * was there and cannot be opened is set aside, where no later write reaches it.
 */
export async function restoreJournal(
  document: DocumentStore,
  { journal, parseDocument }: Pick<Platform, 'journal' | 'parseDocument'>,
): Promise<{ readonly edited: boolean } | null> {
  const entry = await journal.read();
  if (!entry) return null;
  const { document: kept } = await parseDocument(entry.text);
  if (!kept) {
    await journal.setAside(entry);
    await journal.clear();
    return null;
  }
  document.open(kept, entry.file, { edited: entry.edited });
  return { edited: entry.edited };
}
