import type { Browser, Page } from '@playwright/test';
import { median } from '../measure.ts';

/** A page with its main thread's clock. */
export interface Stage {
  readonly page: Page;
  /** Milliseconds the main thread was busy during the work and until it rests. */
  busy(work: () => Promise<unknown>): Promise<number>;
  /** Median of the busy milliseconds of each step with the frame it causes, without what an empty frame costs. */
  perFrame(count: number, step: (index: number) => Promise<unknown>): Promise<number>;
  elements(): Promise<number>;
  close(): Promise<void>;
}

const REST_MS = 300;
const RESTING_BUSY_MS = 25;
const LONGEST_WAIT_MS = 6000;

export async function openStage(browser: Browser, address: string): Promise<Stage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const busyMs = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const rest = async () => {
    const until = Date.now() + LONGEST_WAIT_MS;
    for (let before = await busyMs(); Date.now() < until; ) {
      await page.waitForTimeout(REST_MS);
      const now = await busyMs();
      if (now - before < RESTING_BUSY_MS) return;
      before = now;
    }
  };
  const frame = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const frames = async (count: number, step: (index: number) => Promise<unknown>) => {
    const samples: number[] = [];
    for (let index = 0; index < count; index++) {
      const before = await busyMs();
      await step(index);
      await frame();
      samples.push((await busyMs()) - before);
    }
    return median(samples);
  };
  await page.goto(address);
  await rest();
  return {
    page,
    async busy(work) {
      const before = await busyMs();
      await work();
      await rest();
      return (await busyMs()) - before;
    },
    async perFrame(count, step) {
      const empty = await frames(10, async () => undefined);
      return Math.max(0.1, (await frames(count, step)) - empty);
    },
    elements: () => page.evaluate(() => document.querySelectorAll('*').length),
    close: () => context.close(),
  };
}
