import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';
import { findAppBrowser } from './src-main/host/app-window.ts';

const port = Number(process.env['E2E_PORT'] ?? 41_738);
const address = `http://127.0.0.1:${port}/`;
const isRoot = process.getuid?.() === 0;

/** CHROME_PATH wins; then Playwright's own Chromium when it is installed; then one of the system. */
function chromiumProgram(): string | undefined {
  if (!process.env['CHROME_PATH'] && existsSync(chromium.executablePath())) return undefined;
  const program = findAppBrowser(process.env, process.platform);
  if (program !== null) return program;
  throw new Error(
    'The browser tests need Chromium: "npx playwright install chromium", or your system’s package, or CHROME_PATH.',
  );
}

const executablePath = chromiumProgram();
const browser = {
  browserName: 'chromium' as const,
  viewport: { width: 1280, height: 800 },
  trace: 'retain-on-failure' as const,
  screenshot: 'only-on-failure' as const,
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: !isRoot,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

export default defineConfig({
  testDir: './e2e',
  outputDir: './out/e2e-results',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  retries: process.env['CI'] ? 2 : 0,
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['html', { outputFolder: 'out/e2e-report', open: 'never' }]],
  globalSetup: './e2e/global-setup.ts',
  webServer: {
    command: 'node out/main/launch.js --web --no-open',
    env: { CHAINRULE_PORT: String(port) },
    url: address,
    reuseExistingServer: false,
    timeout: 20_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
  projects: [
    { name: 'web', testIgnore: 'desktop/**', use: { ...browser, baseURL: address } },
    { name: 'shell', testMatch: ['desktop/**/*.spec.ts', 'journeys/**/*.spec.ts'], use: browser },
    { name: 'electron', testMatch: ['desktop/**/*.spec.ts', 'journeys/**/*.spec.ts'], use: browser },
  ],
});
