import type { BrowserContext, Page } from '@playwright/test';

/**
 * What no page of the program may do, in any test: write a warning or error to the console, throw without being caught, or ask
 * another origin for anything.
 */
export interface PageGuard {
  /** Watches every page of the context, present and future. */
  watch(context: BrowserContext, ownOrigin: string): void;
  /** For a test that provokes a problem on purpose: this one is expected, and must happen. */
  expect(problem: RegExp): void;
  /** For a test in which a problem is harmless and may or may not happen. */
  allow(problem: RegExp): void;
  /** What went wrong unexpectedly, and what was expected but did not happen. */
  problems(): readonly string[];
}

export function createPageGuard(): PageGuard {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  const allowed: RegExp[] = [];

  const watchPage = (page: Page, ownOrigin: string) => {
    page.on('console', (message) => {
      if (message.type() !== 'warning' && message.type() !== 'error') return;
      seen.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => seen.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      const own = url.startsWith(`${ownOrigin}/`) || /^(blob|data|about):/.test(url);
      if (!own) seen.push(`request elsewhere: ${url}`);
    });
  };
  return {
    watch(context, ownOrigin) {
      for (const page of context.pages()) watchPage(page, ownOrigin);
      context.on('page', (page) => watchPage(page, ownOrigin));
    },
    expect: (problem) => void expected.push(problem),
    allow: (problem) => void allowed.push(problem),
    problems: () => [
      ...seen.filter((text) => ![...expected, ...allowed].some((problem) => problem.test(text))),
      ...expected
        .filter((problem) => !seen.some((text) => problem.test(text)))
        .map((problem) => `expected but did not happen: ${problem}`),
    ],
  };
}
