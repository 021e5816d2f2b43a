import { restoreJournal } from '../stores/autosave.ts';
import type { Studio } from '../stores/studio.ts';

const STARTED = 'chainrule.started';

/**
 * What the window opens with: the document that was open before a reload or crash, else the example asked for by the
 * address, else, the first time the program runs, the first example.
 */
export async function startDocument(studio: Studio, exampleId: string | null): Promise<void> {
  const { document, documents, platform, session, translate } = studio;
  const restored = await restoreJournal(document, platform).catch(() => null);
  if (restored?.edited) session.notify(translate('commands:done.restored'));
  if (!restored) {
    const firstTime = platform.storage.get(STARTED) === null;
    platform.storage.set(STARTED, 'true');
    const first = firstTime ? documents.examples[0]?.id : undefined;
    const id = exampleId ?? first;
    if (id !== undefined) await documents.openExample(id);
  }
  platform.files.onOpen((file) => void documents.openFile(file));
}
