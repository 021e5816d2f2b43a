import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/test.ts';

test('the window loads, isolated from other pages and without Node', async ({ desktop }) => {
  const { page } = desktop;
  await expect(page).toHaveTitle(/Chainrule/);
  expect(
    await page.evaluate(() => ({
      isolated: globalThis.crossOriginIsolated,
      secure: globalThis.isSecureContext,
      require: typeof (globalThis as Record<string, unknown>)['require'],
      process: typeof (globalThis as Record<string, unknown>)['process'],
    })),
  ).toEqual({ isolated: true, secure: true, require: 'undefined', process: 'undefined' });
});

test('the bridge is frozen and holds what the contract names and nothing more', async ({ desktop }) => {
  const { page } = desktop;
  const bridge = await page.evaluate(() => {
    const value = window.chainruleDesktop;
    const descriptor = Object.getOwnPropertyDescriptor(window, 'chainruleDesktop');
    return {
      keys: Object.keys(value ?? {}).sort(),
      frozen: Object.isFrozen(value),
      writable: descriptor?.writable,
      version: value?.version,
    };
  });
  expect(bridge).toEqual({
    keys: [
      'answerClose',
      'clearJournal',
      'clearRecentFiles',
      'onCloseRequested',
      'onMenuCommand',
      'onOpenFile',
      'openDialog',
      'openRecent',
      'platform',
      'readJournal',
      'recentFiles',
      'save',
      'saveDialog',
      'setDocumentState',
      'version',
      'writeJournal',
    ],
    frozen: true,
    writable: false,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});

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

test('the page cannot be led away and opens no windows', async ({ desktop, guard }) => {
  guard.allow(/^request elsewhere: https:\/\/example\.com\/$/); // the stand-in sees the attempt and ends it
  guard.allow(/Not allowed to load local resource/);
  const { page } = desktop;
  const home = page.url();
  await page.evaluate(() => void window.open('https://example.com/'));
  for (const target of ['https://example.com/', 'file:///etc/passwd', new URL('other.html', home).href])
    await page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    }, target);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(home);
  expect(await page.evaluate(() => typeof window.chainruleDesktop)).toBe('object');
  await expect
    .poll(
      () =>
        page
          .context()
          .pages()
          .filter((other) => other.url().includes('example.com')).length,
    )
    .toBe(0);
});

test('the policy stops inline script, inline handlers, eval and requests elsewhere', async ({ desktop, guard }) => {
  guard.expect(/violates the following Content Security Policy directive.*script-src/);
  guard.expect(/Fetch API cannot load https:\/\/example\.com\/.*Content Security Policy/);
  guard.expect(/violates the following Content Security Policy directive.*connect-src/);
  guard.expect(/violates the following Content Security Policy directive.*img-src/);
  guard.allow(/^request elsewhere: https:\/\/example\.com\/pixel\.png$/); // reported although it is never sent
  guard.expect(/violates the following Content Security Policy directive.*style-src/);
  const ran = await desktop.page.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>;
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
    const holder = document.createElement('div');
    holder.setAttribute('style', 'color: red');
    holder.setAttribute('onclick', 'globalThis.handlerRan = true');
    document.body.append(holder);
    holder.click();
    const image = new Image();
    image.src = 'https://example.com/pixel.png';
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    // The debugger that runs this function is exempt from the policy; what a timer runs is not.
    const evaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return true')() === true);
        } catch {
          resolve(false);
        }
      });
    });
    return {
      inline: marks['inlineRan'] === true,
      handler: marks['handlerRan'] === true,
      styled: getComputedStyle(holder).color === 'rgb(255, 0, 0)',
      fetched,
      evaluated,
    };
  });
  expect(ran).toEqual({ inline: false, handler: false, styled: false, fetched: false, evaluated: false });
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
