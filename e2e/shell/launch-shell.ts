// Runs the built desktop program without Electron: main process and preload are the real files, windows are pages of a real
// browser. Not modelled: a separate JavaScript world for the preload script, native menus and dialogs, several displays.
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { type MainProcess, startMainProcess } from './main-process.ts';
import { DELIVER_FUNCTION, INVOKE_BINDING, type PreloadFacts, preloadScript } from './page-bridge.ts';

/** Browsers know no app: scheme; its pages are shown at this origin, every byte answered by the program's own handler. */
export const SHELL_ORIGIN = 'https://chainrule.app.test';
const APP_ORIGIN = 'app://chainrule';

const toApp = (url: string) => (url.startsWith(SHELL_ORIGIN) ? APP_ORIGIN + url.slice(SHELL_ORIGIN.length) : url);
const toShell = (url: string) => (url.startsWith(APP_ORIGIN) ? SHELL_ORIGIN + url.slice(APP_ORIGIN.length) : url);

/** The part of Playwright's ElectronApplication that tests use. */
export interface DesktopProgram {
  firstWindow(): Promise<Page>;
  /** Those whose page has loaded. */
  windows(): readonly Page[];
  /** Runs a function in the main process, with Electron's API as its first argument. */
  evaluate<R, A>(body: (electron: typeof import('electron'), argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** Ends the program without its close questions. */
  close(): Promise<void>;
  /** The same as a power cut. */
  kill(): Promise<void>;
  /** What the main process wrote to its console. */
  output(): string;
}

export interface ShellOptions {
  readonly context: BrowserContext;
  /** Folder with package.json and the built `out`. */
  readonly programRoot: string;
  readonly userData: string;
}

export async function launchShell({ context, programRoot, userData }: ShellOptions): Promise<DesktopProgram> {
  const pages = new Map<number, Page>();
  const loadedByMain = new Set<Page>();
  let main: MainProcess;

  await context.route('**/*', (route) => route.abort('blockedbyclient')); // for windows that are not ours; ours have their own route
  const pageCalls = {
    async createWindow(id: number, facts: PreloadFacts & { readonly size: { width: number; height: number } }) {
      const page = await context.newPage();
      pages.set(id, page);
      await page.setViewportSize(facts.size);
      await page.exposeBinding(INVOKE_BINDING, ({ frame }, channel: string, args: unknown[]) =>
        main.ask('invoke', id, { url: toApp(frame.url()), isMain: frame === page.mainFrame() }, channel, args),
      );
      await page.addInitScript({ content: preloadScript(facts) });
      // The main process may end while the page still asks: such a request is refused, as a closed program would.
      await page.route('**/*', (route) =>
        answer(route, id, page).catch(() => route.abort('connectionfailed').catch(() => undefined)),
      );
      page.on('popup', async (popup) => {
        const allowed = await main.ask<boolean>('mayOpen', id, popup.url()).catch(() => false);
        if (!allowed) await popup.close();
      });
      page.on('crash', () => void main.ask('pageCrashed', id).catch(() => undefined));
    },
    async load(id: number, url: string) {
      await mainNavigates(id, (page) => page.goto(toShell(url)));
    },
    async reload(id: number) {
      await mainNavigates(id, (page) => page.reload());
    },
    async closeWindow(id: number) {
      const page = pages.get(id);
      pages.delete(id);
      await page?.close();
    },
    async send(id: number, channel: string, args: unknown[]) {
      const deliver = ([name, to, values]: [string, string, unknown[]]) =>
        (globalThis as unknown as Record<string, (to: string, values: unknown[]) => void>)[name]?.(to, values);
      await pages.get(id)?.evaluate(deliver, [DELIVER_FUNCTION, channel, args] as [string, string, unknown[]]);
    },
  };

  async function mainNavigates(id: number, navigate: (page: Page) => Promise<unknown>) {
    const page = pages.get(id);
    if (!page) return;
    loadedByMain.add(page);
    try {
      await navigate(page);
    } finally {
      loadedByMain.delete(page);
    }
  }

  /** The page reloads itself. */
  async function pageNavigates(id: number, page: Page) {
    await main.ask('pageNavigated', id);
    page.once('load', () => void main.ask('pageLoaded', id).catch(() => undefined));
  }

  async function answer(route: Route, id: number, page: Page) {
    const request = route.request();
    if (request.isNavigationRequest() && !loadedByMain.has(page)) {
      const isMainFrame = request.frame() === page.mainFrame();
      if (!(await main.ask<boolean>('mayNavigate', id, toApp(request.url()), isMainFrame))) {
        await route.abort('aborted');
        return;
      }
      if (isMainFrame) await pageNavigates(id, page);
    }
    if (!request.url().startsWith(`${SHELL_ORIGIN}/`)) {
      await route.abort('blockedbyclient'); // nothing reaches the network
      return;
    }
    const { status, headers, body } = await main.ask<{
      status: number;
      headers: Record<string, string>;
      body: Uint8Array;
    }>('fetch', toApp(request.url()), request.method());
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  }

  main = await startMainProcess({
    entry: join(programRoot, 'out', 'main', 'index.js'),
    args: [programRoot, `--user-data-dir=${userData}`],
    pageCalls,
  });

  const loadedPages = () =>
    [...pages.values()].filter((page) => !loadedByMain.has(page) && page.url().startsWith(SHELL_ORIGIN));
  /** The pages go first: one that outlives the main process would complain about what it can no longer load. */
  const end = async (signal: NodeJS.Signals) => {
    await Promise.all([...pages.values()].map((page) => page.close()));
    main.kill(signal);
    await main.ended;
  };
  return {
    async firstWindow() {
      const deadline = Date.now() + 15_000;
      for (;;) {
        const [page] = loadedPages();
        if (page) return page;
        if (Date.now() > deadline) throw new Error(`no window opened:\n${main.output()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    windows: loadedPages,
    evaluate: (body, argument) => main.ask('evaluate', body.toString(), argument),
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    output: () => main.output(),
  };
}
