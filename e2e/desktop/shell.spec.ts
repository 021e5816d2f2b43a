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

test.describe('without the policy in the page itself', () => {
  test.use({ emptyPage: true });

  test('the header stops inline script, inline handlers, eval and requests elsewhere', async ({ desktop, guard }) => {
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
});
