import { mkdir } from 'node:fs/promises';
import { type BrowserContext, test as base, type TestInfo } from '@playwright/test';
import { launchShell, SHELL_ORIGIN } from '../shell/launch-shell.ts';
import { type Desk, type DesktopDesk, isDesktopDesk } from './desk.ts';
import { createDesktopDesk } from './desktop-desk.ts';
import { ELECTRON_ABSENT, electronProgramFile, launchElectron, projectRoot } from './electron-program.ts';
import { copyWithEmptyPage } from './empty-page-program.ts';
import { createPageGuard, type PageGuard } from './page-guard.ts';
import { createWebDesk } from './web-desk.ts';

interface Fixtures {
  /** Fails every test in which a page logs, throws or asks elsewhere. */
  readonly guard: PageGuard;
  /** The running program, in whichever edition the project tests, with its first page loaded. */
  readonly desk: Desk;
  /** The same, where only the desktop program will do. */
  readonly desktop: DesktopDesk;
  readonly electronPresent: undefined;
  /** Option: the desktop program with an empty page instead of the real window. */
  readonly emptyPage: boolean;
}

const WEB_ORIGIN = (baseURL: string | undefined) => new URL(baseURL ?? 'http://127.0.0.1').origin;

/**
 * `page` is the web edition's, not yet loaded: `await page.goto('/')`. `desk` works in every project. Files under e2e/web run
 * in project "web", under e2e/desktop in "shell" and "electron", under e2e/journeys in all three.
 */
export const test = base.extend<Fixtures>({
  emptyPage: [false, { option: true }],
  electronPresent: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
    async ({}, use, testInfo) => {
      testInfo.skip(testInfo.project.name === 'electron' && electronProgramFile() === null, ELECTRON_ABSENT);
      await use(undefined);
    },
    { auto: true },
  ],
  guard: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from this pattern
    async ({}, use) => {
      const guard = createPageGuard();
      await use(guard);
      const problems = guard.problems();
      if (problems.length > 0) throw new Error(`The page did what no page may do:\n${problems.join('\n')}`);
    },
    { auto: true },
  ],
  context: async ({ context, guard, baseURL }, use, testInfo) => {
    guard.watch(context, testInfo.project.name === 'web' ? WEB_ORIGIN(baseURL) : SHELL_ORIGIN);
    await use(context);
  },
  desk: async ({ context, guard, emptyPage }, use, testInfo) => {
    if (testInfo.project.name === 'web') {
      const page = await context.newPage();
      const desk = await createWebDesk(page);
      await page.goto('/');
      await use(desk);
      return;
    }
    const root = emptyPage ? await copyWithEmptyPage(projectRoot, testInfo.outputPath('program')) : projectRoot;
    await runDesktopDesk(root, context, guard, use, testInfo);
  },
  desktop: async ({ desk }, use) => {
    if (!isDesktopDesk(desk)) throw new Error('this test is about the desktop program; move it to e2e/desktop');
    await use(desk);
  },
});

async function runDesktopDesk(
  programRoot: string,
  context: BrowserContext,
  guard: PageGuard,
  use: (desk: DesktopDesk) => Promise<void>,
  testInfo: TestInfo,
) {
  const userData = testInfo.outputPath('user-data');
  await mkdir(userData, { recursive: true });
  const real = testInfo.project.name === 'electron';
  const start = () => (real ? launchElectron(programRoot, userData) : launchShell({ context, programRoot, userData }));
  let program = await start();
  const startAgain = async () => {
    program = await start();
    return program;
  };
  const desk = await createDesktopDesk({ program, folder: testInfo.outputPath('files'), userData, startAgain });
  if (real) guard.watch(desk.page.context(), 'app://chainrule');
  await use(desk);
  await program.close();
  if (testInfo.status !== testInfo.expectedStatus && program.output() !== '')
    await testInfo.attach('main-process.txt', { body: program.output(), contentType: 'text/plain' });
}

export { expect } from '@playwright/test';
