import { restoreJournal } from '../stores/autosave.ts';
import type { Studio } from '../stores/studio.ts';

/** What the address asks for, by id. */
export interface Asked {
  readonly example: string | null;
  /** It stands in front of the document that is restored or opened. */
  readonly lesson: string | null;
}

const STARTED = 'chainrule.started';

/**
 * What the window opens with: the document that was open before a reload or crash, else the example asked for by the
 * address, else, the first time the program runs, the first example.
 */
export async function startDocument(studio: Studio, asked: Asked): Promise<void> {
  const { document, documents, lessons, platform, session, translate } = studio;
  const restored = await restoreJournal(document, platform).catch(() => null);
  if (restored?.edited) session.notify(translate('commands:done.restored'));
  if (!restored) {
    const firstTime = platform.storage.get(STARTED) === null;
    platform.storage.set(STARTED, 'true');
    const first = firstTime ? documents.examples[0]?.id : undefined;
    const id = asked.example ?? first;
    if (id !== undefined) await documents.openExample(id);
  }
  const aside = await platform.journal.aside();
  if (aside) studio.dialogs.show({ kind: 'aside', name: aside.file?.name ?? null, text: aside.text });
  if (asked.lesson !== null) await lessons.open(asked.lesson);
  platform.files.onOpen((file) => void documents.openFile(file));
}
