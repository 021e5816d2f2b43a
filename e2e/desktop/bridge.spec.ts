// What main does when the page asks for it through the bridge; an empty page asks for nothing of its own.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/test.ts';

test.use({ emptyPage: true });

test('a document is saved under a new name, saved again, and opened from the recent list', async ({ desktop }) => {
  const { page } = desktop;
  await desktop.willSaveAs('chain');
  const saved = await page.evaluate(() => window.chainruleDesktop?.saveDialog('My: graph?', 'first'));
  expect(saved).toEqual({ handle: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'chain.chainrule.json' });
  expect(await desktop.suggestedNames()).toEqual(['My graph.chainrule.json']);
  expect(await desktop.savedText('chain.chainrule.json')).toBe('first');

  await page.evaluate((handle) => window.chainruleDesktop?.save(handle, 'second'), saved?.handle ?? '');
  expect(await desktop.savedText('chain.chainrule.json')).toBe('second');

  const opened = await page.evaluate(async () => {
    const bridge = window.chainruleDesktop;
    const [recent] = (await bridge?.recentFiles()) ?? [];
    return recent && (await bridge?.openRecent(recent.handle));
  });
  expect(opened).toEqual({ handle: saved?.handle, name: 'chain.chainrule.json', text: 'second' });
});

test('a chosen file is opened, and a cancelled dialog is no file', async ({ desktop }) => {
  const { page } = desktop;
  await desktop.willOpen('given.chainrule.json', '\ufeff{"x": 1}');
  const opened = await page.evaluate(() => window.chainruleDesktop?.openDialog());
  expect(opened).toMatchObject({ name: 'given.chainrule.json', text: '{"x": 1}' });
  await desktop.willCancelOpen();
  expect(await page.evaluate(() => window.chainruleDesktop?.openDialog())).toBeNull();
  await desktop.willCancelSave();
  expect(await page.evaluate(() => window.chainruleDesktop?.saveDialog('x', 'y'))).toBeNull();
});

test('a file that another program changed is replaced only after a question', async ({ desktop }) => {
  const { page } = desktop;
  await desktop.willOpen('shared.chainrule.json', 'mine');
  const { handle = '' } = (await page.evaluate(() => window.chainruleDesktop?.openDialog())) ?? {};
  await writeFile(join(desktop.folder, 'shared.chainrule.json'), 'theirs');

  await desktop.willAnswer(1);
  expect(await page.evaluate((h) => window.chainruleDesktop?.save(h, 'mine again'), handle)).toBeNull();
  expect(await desktop.savedText('shared.chainrule.json')).toBe('theirs');
  await desktop.willAnswer(0);
  expect(await page.evaluate((h) => window.chainruleDesktop?.save(h, 'mine again'), handle)).not.toBeNull();
  expect(await desktop.savedText('shared.chainrule.json')).toBe('mine again');
  expect(await desktop.questions()).toHaveLength(2);
});

test('errors reach the window as sentences', async ({ desktop }) => {
  const { page } = desktop;
  await desktop.willOpen('broken.chainrule.json', '');
  await writeFile(join(desktop.folder, 'broken.chainrule.json'), Uint8Array.of(0xff, 0xfe, 0x41));
  await expect(page.evaluate(() => window.chainruleDesktop?.openDialog())).rejects.toThrow(
    'Error: “broken.chainrule.json” is not a text file in UTF-8',
  );
  await expect(page.evaluate(() => window.chainruleDesktop?.save('/etc/passwd', 'x'))).rejects.toThrow(
    'The request was refused because it was malformed.',
  );
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(page.evaluate((h) => window.chainruleDesktop?.save(h, 'x'), unknown)).rejects.toThrow(
    'That file is no longer known to this window.',
  );
});

test('an edited document is asked about before its window closes; the answer decides', async ({ desktop }) => {
  const { page, program } = desktop;
  await page.evaluate(() => {
    const marks = globalThis as unknown as { asked: number };
    marks.asked = 0;
    window.chainruleDesktop?.onCloseRequested(() => {
      marks.asked += 1;
    });
    window.chainruleDesktop?.setDocumentState({ title: 'A chain', edited: true, handle: null });
  });
  const title = () => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle(), null);
  await expect.poll(title).toBe('• A chain – Chainrule');

  const close = () => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null);
  await close();
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { asked: number }).asked)).toBe(1);
  await page.evaluate(() => window.chainruleDesktop?.answerClose(false));
  expect(page.isClosed()).toBe(false);
  await close();
  const closed = page.waitForEvent('close');
  await page.evaluate(() => window.chainruleDesktop?.answerClose(true)).catch(() => undefined);
  await closed;
});

test('what the journal holds survives a power cut together with its file', async ({ desktop }) => {
  await desktop.willOpen('kept.chainrule.json', 'on disk');
  await desktop.page.evaluate(async () => {
    const bridge = window.chainruleDesktop;
    const file = await bridge?.openDialog();
    bridge?.setDocumentState({ title: 'kept', edited: true, handle: file?.handle ?? null });
    await bridge?.writeJournal('not yet saved');
  });
  const again = await desktop.restart();
  const recovered = await again.page.evaluate(() => window.chainruleDesktop?.readJournal());
  expect(recovered).toMatchObject({ text: 'not yet saved', file: { name: 'kept.chainrule.json' } });

  const handle = recovered?.file?.handle ?? '';
  await again.page.evaluate((h) => window.chainruleDesktop?.save(h, 'saved after all'), handle);
  expect(await readFile(join(desktop.folder, 'kept.chainrule.json'), 'utf8')).toBe('saved after all');
  await again.page.evaluate(() => window.chainruleDesktop?.clearJournal());
  const third = await again.restart();
  expect(await third.page.evaluate(() => window.chainruleDesktop?.readJournal())).toBeNull();
});

test('menu items send their command to the window in front', async ({ desktop }) => {
  const { page } = desktop;
  await page.evaluate(() => {
    const marks = globalThis as unknown as { commands: string[] };
    marks.commands = [];
    window.chainruleDesktop?.onMenuCommand((command) => marks.commands.push(command));
  });
  await desktop.chooseMenu('file.save-as');
  await desktop.chooseMenu('edit.undo');
  const commands = () => page.evaluate(() => (globalThis as unknown as { commands: string[] }).commands);
  await expect.poll(commands).toEqual(['file.save-as', 'edit.undo']);
});

test('a page loaded again reads its journal and is asked nothing', async ({ desktop }) => {
  const { page } = desktop;
  await page.evaluate(async () => {
    window.chainruleDesktop?.setDocumentState({ title: 'A chain', edited: true, handle: null });
    await window.chainruleDesktop?.writeJournal('work');
  });
  await page.reload();
  expect(await page.evaluate(() => window.chainruleDesktop?.readJournal())).toEqual({ text: 'work', file: null });
});

test('a second start opens its document in the untouched window, and another in a window of its own', async ({
  desktop,
}) => {
  const { page, program, folder } = desktop;
  const secondStart = (document: string | null) =>
    program.evaluate(({ app }, path) => void app.emit('second-instance', {}, [], '/', { document: path }), document);
  await writeFile(join(folder, 'one.chainrule.json'), '1');
  await writeFile(join(folder, 'two.chainrule.json'), '2');
  await page.evaluate(() => {
    const marks = globalThis as unknown as { opened: string[] };
    marks.opened = [];
    window.chainruleDesktop?.onOpenFile(({ name, text, handle }) => {
      marks.opened.push(`${name}: ${text}`);
      window.chainruleDesktop?.setDocumentState({ title: name, edited: false, handle });
    });
    window.chainruleDesktop?.setDocumentState({ title: 'Untitled', edited: false, handle: null });
  });
  const windowCount = () => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
  const opened = () => page.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);

  await secondStart(join(folder, 'one.chainrule.json'));
  await expect.poll(opened).toEqual(['one.chainrule.json: 1']);
  expect(await windowCount()).toBe(1);

  await secondStart(join(folder, 'two.chainrule.json'));
  await expect.poll(windowCount).toBe(2);
  await secondStart(join(folder, 'one.chainrule.json')); // is open already: comes to the front
  await secondStart(null);
  await expect.poll(windowCount).toBe(3);
  expect(await opened()).toEqual(['one.chainrule.json: 1']);
});

test('one file is open in one window: a second one is led to the first', async ({ desktop }) => {
  const { page, program } = desktop;
  await desktop.willOpen('one.chainrule.json', '1');
  await page.evaluate(async () => {
    const file = await window.chainruleDesktop?.openDialog();
    window.chainruleDesktop?.setDocumentState({ title: 'one', edited: true, handle: file?.handle ?? null });
  });
  await program.evaluate(({ app }) => void app.emit('second-instance', {}, [], '/', {}), null);
  await expect.poll(() => program.windows().length).toBe(2);
  const second = program.windows()[1];
  expect(await second?.evaluate(() => window.chainruleDesktop?.openDialog())).toBeNull();
  await desktop.willSaveAs('one.chainrule.json');
  await expect(
    (async () => await second?.evaluate(() => window.chainruleDesktop?.saveDialog('one', 'x')))(),
  ).rejects.toThrow('is open in another window');
  expect(await desktop.savedText('one.chainrule.json')).toBe('1');
});

test('quitting asks each edited window in turn, and stops at the first refusal', async ({ desktop }) => {
  const { page, program } = desktop;
  const prepare = (target: typeof page, answer: boolean) =>
    target.evaluate((mayClose) => {
      window.chainruleDesktop?.onCloseRequested(() => window.chainruleDesktop?.answerClose(mayClose));
      window.chainruleDesktop?.setDocumentState({ title: 'x', edited: true, handle: null });
    }, answer);
  await program.evaluate(({ app }) => void app.emit('second-instance', {}, [], '/', {}), null);
  await expect.poll(() => program.windows().length).toBe(2);
  const second = program.windows()[1] ?? page;
  await prepare(page, true);
  await prepare(second, false);
  const titles = () =>
    program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.getTitle()), null);
  await expect.poll(titles).toEqual(['• x – Chainrule', '• x – Chainrule']);

  const firstClosed = page.waitForEvent('close');
  await program.evaluate(({ app }) => void app.quit(), null);
  await firstClosed;
  await second.waitForTimeout(200);
  expect(second.isClosed()).toBe(false);
});
