import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJsonStore } from '../settings/json-store.ts';
import type { DocumentWindow } from '../windows/document-window.ts';
import { createDocumentFiles } from './document-files.ts';
import { createFileHandles } from './file-handles.ts';
import { createRecentFiles, parseRecentFiles } from './recent-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'chainrule-files-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function create({ savePath = '', button = 1 }: { savePath?: string; button?: number } = {}) {
  const questions: string[] = [];
  const suggested: string[] = [];
  const recentFiles = createRecentFiles(await openJsonStore(join(folder, 'recent.json'), parseRecentFiles, []));
  const dialog = {
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
    showSaveDialog: async (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
      suggested.push(defaultPath);
      return { canceled: savePath === '', filePath: savePath };
    },
    showMessageBox: async (_window: unknown, { message }: { message: string }) => {
      questions.push(message);
      return { response: button, checkboxChecked: false };
    },
  } as unknown as Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  const app = { addRecentDocument: () => undefined, clearRecentDocuments: () => undefined, getPath: () => folder };
  const files = createDocumentFiles({ app, dialog, recentFiles, holding: () => null });
  const window = { files: createFileHandles(), currentPath: () => null } as unknown as DocumentWindow;
  return { files, window, recentFiles, questions, suggested };
}

describe('saving', () => {
  test('many times at once ends with the last text, without a question', async () => {
    const { files, window, questions } = await create();
    const path = join(folder, 'a.json');
    await writeFile(path, 'start');
    const opened = await files.openPath(window, path);
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
    await Promise.all(texts.map((text) => files.save(window, opened?.handle ?? '', text)));
    expect(await readFile(path, 'utf8')).toBe('text 19');
    expect(questions).toEqual([]);
  });

  test('goes on after one that failed', async () => {
    const { files, window } = await create();
    const path = join(folder, 'a.json');
    await writeFile(path, 'start');
    const handle = (await files.openPath(window, path))?.handle ?? '';
    await rm(folder, { recursive: true });
    await expect(files.save(window, handle, 'lost')).rejects.toThrow('Could not save “a.json”');
    await mkdir(folder);
    await files.save(window, handle, 'kept');
    expect(await readFile(path, 'utf8')).toBe('kept');
  });

  test('to a file that is merely known from the recent list is refused: its content was never seen', async () => {
    const { files, window, recentFiles } = await create();
    const path = join(folder, 'a.json');
    await writeFile(path, 'precious');
    await recentFiles.add(path);
    const [recent] = await files.recent(window);
    await expect(files.save(window, recent?.handle ?? '', 'x')).rejects.toThrow('was not opened in this window yet');
    expect(await readFile(path, 'utf8')).toBe('precious');
  });

  test.each([
    { button: 1, content: 'precious', result: null },
    { button: 0, content: 'new', result: { name: 'a.chainrule.json' } },
  ])('asks before the added suffix would replace a file (button $button)', async ({ button, content, result }) => {
    const { files, window, questions } = await create({ savePath: join(folder, 'a'), button });
    await writeFile(join(folder, 'a.chainrule.json'), 'precious');
    const saved = await files.saveDialog(window, 'a', 'new');
    expect(questions).toEqual(['“a.chainrule.json” already exists. Replace it?']);
    if (result) expect(saved).toMatchObject(result);
    else expect(saved).toBeNull();
    expect(await readFile(join(folder, 'a.chainrule.json'), 'utf8')).toBe(content);
  });

  test('suggests the folder the user worked in last', async () => {
    const { files, window, suggested, recentFiles } = await create();
    await files.saveDialog(window, 'first', '');
    await recentFiles.add('/somewhere/else/b.json');
    await files.saveDialog(window, 'second', '');
    expect(suggested).toEqual([join(folder, 'first.chainrule.json'), '/somewhere/else/second.chainrule.json']);
  });
});

describe('the recent list', () => {
  test('shows the files that are there, and forgets one that turns out to be gone', async () => {
    const { files, window, recentFiles } = await create();
    const path = join(folder, 'a.json');
    await writeFile(path, 'x');
    await recentFiles.add('/none/b.json');
    await recentFiles.add(path);
    const shown = await files.recent(window);
    expect(shown).toEqual([{ handle: expect.any(String), name: 'a.json', folder }]);
    await rm(path);
    await expect(files.openRecent(window, shown[0]?.handle ?? '')).rejects.toThrow('no longer there');
    expect(recentFiles.list()).toEqual(['/none/b.json']);
  });

  test('keeps a file that is there but cannot be opened', async () => {
    const { files, window, recentFiles } = await create();
    const path = join(folder, 'a.json');
    await writeFile(path, Uint8Array.of(0xff));
    await recentFiles.add(path);
    const [shown] = await files.recent(window);
    await expect(files.openRecent(window, shown?.handle ?? '')).rejects.toThrow('UTF-8');
    expect(recentFiles.list()).toEqual([path]);
  });
});

test('a handle is worth nothing in another window', async () => {
  const { files, window } = await create();
  await writeFile(join(folder, 'a.json'), 'x');
  const opened = await files.openPath(window, join(folder, 'a.json'));
  const other = { files: createFileHandles(), currentPath: () => null } as unknown as DocumentWindow;
  await expect(files.save(other, opened?.handle ?? '', 'y')).rejects.toThrow('no longer known to this window');
});
