import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, test } from 'vitest';
import type { OpenedFile } from '../preload/contract.ts';
import type { Journal, JournalEntry } from '../recovery/journal.ts';
import { createDocumentWindow } from './document-window.ts';

function create(entry: JournalEntry | null = null) {
  const sent: unknown[][] = [];
  const titles: string[] = [];
  let kept = entry;
  let destroyed = false;
  let refusals = 0;
  const webContents = Object.assign(new EventEmitter(), { send: (...message: unknown[]) => void sent.push(message) });
  const browserWindow = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => destroyed,
    destroy: () => {
      destroyed = true;
    },
    setTitle: (title: string) => void titles.push(title),
    setDocumentEdited: () => undefined,
    setRepresentedFilename: () => undefined,
  });
  const journal: Journal = {
    write: async (next) => {
      kept = next;
    },
    read: async () => kept,
    clear: async () => {
      kept = null;
    },
  };
  const window = createDocumentWindow({
    browserWindow: browserWindow as unknown as BrowserWindow,
    journal,
    onCloseRefused: () => {
      refusals += 1;
    },
  });
  /** What the system does: unless prevented, the window is gone. */
  const close = async () => {
    let prevented = false;
    browserWindow.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) destroyed = true;
    await new Promise((resolve) => setImmediate(resolve));
  };
  const facts = () => ({ destroyed, kept, refusals });
  return { window, webContents, close, sent, titles, facts };
}

const untitled = { title: 'A', edited: false, handle: null };
const entry: JournalEntry = { text: 'work', file: null };
const file: OpenedFile = { handle: 'h', name: 'n', text: 't' };

describe('closing a window', () => {
  test('with nothing edited asks nothing and forgets the journal', async () => {
    const { window, close, sent, facts } = create(entry);
    window.setDocumentState(untitled);
    await close();
    expect([facts(), sent]).toEqual([{ destroyed: true, kept: null, refusals: 0 }, []]);
  });

  test('with an edited document asks the page, and the answer decides', async () => {
    const { window, close, sent, facts } = create(entry);
    window.setDocumentState({ ...untitled, edited: true });
    await close();
    expect([facts(), sent]).toEqual([{ destroyed: false, kept: entry, refusals: 0 }, [['window:close-requested']]]);
    await window.answerClose(false);
    expect(facts()).toEqual({ destroyed: false, kept: entry, refusals: 1 });
    await window.answerClose(true);
    expect(facts()).toEqual({ destroyed: true, kept: null, refusals: 1 });
  });

  test('before its page has said anything keeps the journal for the next start', async () => {
    const { close, facts } = create(entry);
    await close();
    expect(facts()).toEqual({ destroyed: true, kept: entry, refusals: 0 });
  });

  test('by giving it up keeps the journal too', () => {
    const { window, facts } = create(entry);
    window.setDocumentState({ ...untitled, edited: true });
    window.abandon();
    expect(facts()).toEqual({ destroyed: true, kept: entry, refusals: 0 });
  });
});

test('a page loaded anew has said nothing yet', async () => {
  const { window, webContents, close, facts } = create(entry);
  window.setDocumentState(untitled);
  expect(window.isUntouched()).toBe(true);
  webContents.emit('did-navigate');
  expect(window.isUntouched()).toBe(false);
  await close();
  expect(facts().kept).toEqual(entry);
});

test('a file is handed over once the page has loaded', () => {
  const { window, webContents, sent } = create();
  window.offerFile(file);
  expect(sent).toEqual([]);
  webContents.emit('did-finish-load');
  window.offerFile({ ...file, name: 'second' });
  expect(sent).toEqual([
    ['document:open-file', file],
    ['document:open-file', { ...file, name: 'second' }],
  ]);
});

test('the title names the document and marks unsaved changes', () => {
  const { window, titles } = create();
  window.setDocumentState(untitled);
  window.setDocumentState({ title: ' two\nlines ', edited: true, handle: null });
  window.setDocumentState({ title: '', edited: false, handle: null });
  expect(titles).toEqual(['A – Chainrule', '• two lines – Chainrule', 'Untitled – Chainrule']);
});

test('the journal keeps the file with the text, and names it by a handle of the window that reads it', async () => {
  const { window, facts } = create();
  const { handle } = window.files.issue('/f/a.json', 'stamp');
  window.setDocumentState({ title: 'a', edited: true, handle });
  await window.writeJournal('work');
  expect(facts().kept).toEqual({ text: 'work', file: { path: '/f/a.json', stamp: 'stamp' } });

  const next = create(facts().kept);
  const recovered = await next.window.readJournal();
  expect(recovered).toEqual({ text: 'work', file: { name: 'a.json', handle: expect.any(String) } });
  expect(next.window.files.resolve(recovered?.file?.handle ?? '')).toEqual({ path: '/f/a.json', stamp: 'stamp' });
});

test('a state that names a file of another window is refused and changes nothing', () => {
  const { window, titles } = create();
  expect(() => window.setDocumentState({ title: 'x', edited: true, handle: 'unknown' })).toThrow('no longer known');
  expect(titles).toEqual([]);
});
