import type { Page } from '@playwright/test';
import { serializeDocument } from '#engine';
import { renderGraph } from '../../bench/render/render-graph.ts';
import { expect, test } from '../support/test.ts';
import { openExample } from './opened.ts';

const COUNTERS = '__chainruleCounters';

interface Counted {
  readonly gates: Readonly<Record<string, number>>;
  readonly paints: number;
}

const counted = (page: Page): Promise<Counted> =>
  page.evaluate((name) => (window as unknown as Record<string, { read(): Counted }>)[name]!.read(), COUNTERS);
const reset = (page: Page): Promise<void> =>
  page.evaluate((name) => (window as unknown as Record<string, { reset(): void }>)[name]!.reset(), COUNTERS);
/** Two frames: what was asked for is painted. */
const frame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

async function openLarge(page: Page, nodeCount: number): Promise<void> {
  await page.goto('/?example=a1-squared-error&counters');
  await expect(page.locator('.gate-value').first()).toHaveText(/\d/);
  await page.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'large.chainrule.json', { type: 'application/json' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    serializeDocument(renderGraph(nodeCount)),
  );
  await expect(page.getByText(`${nodeCount} nodes, ${1.5 * nodeCount} wires`)).toBeVisible();
  await expect(page.locator('.light-match')).toBeVisible({ timeout: 20_000 });
}

async function at(page: Page, key: '0' | '1'): Promise<void> {
  await page.locator('.canvas').focus();
  await page.keyboard.press(key);
  await page.waitForTimeout(700); // the camera's way, the settling and the fade
}

async function middle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await page.locator('.react-flow').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('3 000 nodes stand in at most 2 500 elements at every zoom', async ({ page }) => {
  await openLarge(page, 3000);
  expect(await elements(page)).toBeLessThanOrEqual(2500);
  await at(page, '0');
  expect(await page.locator('.react-flow__node').count()).toBeGreaterThan(5);
  expect(await elements(page)).toBeLessThanOrEqual(2500);
  await at(page, '1');
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(5);
  expect(await elements(page)).toBeLessThanOrEqual(2500);
});

test('a pan renders no gate and moves the picture; only beyond its margin it is painted again', async ({ page }) => {
  await openLarge(page, 600);
  await at(page, '1');
  // Beside the graph: what the pointer meets on its way becomes an element and is painted no more.
  const corner = (await page.locator('.react-flow').boundingBox())!;
  const [x, y] = [corner.x + 10, corner.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(x + 4, y);
  await frame(page);
  await reset(page);
  await page.mouse.move(x + 100, y + 40, { steps: 10 });
  await frame(page);
  expect(await counted(page)).toEqual({ gates: {}, paints: 0 });
  await page.mouse.move(x + 300, y, { steps: 4 });
  await frame(page);
  const { gates, paints } = await counted(page);
  expect(gates).toEqual({});
  expect(paints).toBeGreaterThan(0);
  await page.mouse.up({ button: 'middle' });
});

test('a drag of one gate renders that gate and no other', async ({ page }) => {
  await openLarge(page, 600);
  await at(page, '0');
  const { x, y } = await middle(page);
  const near = await page.evaluate(
    (centre) =>
      [...document.querySelectorAll<HTMLElement>('.react-flow__node')]
        .map((node) => ({ id: node.dataset['id'] ?? '', box: node.getBoundingClientRect() }))
        .map(({ id, box }) => ({
          id,
          x: box.x + 40,
          y: box.y + 12,
          away: Math.hypot(box.x - centre.x, box.y - centre.y),
        }))
        .sort((a, b) => a.away - b.away)[0]!,
    { x, y },
  );
  await page.mouse.move(near.x, near.y);
  await page.waitForTimeout(300);
  await page.mouse.down();
  await page.mouse.move(near.x + 8, near.y + 8, { steps: 3 });
  await frame(page);
  await reset(page);
  await page.mouse.move(near.x + 40, near.y + 30, { steps: 6 });
  await frame(page);
  expect(Object.keys((await counted(page)).gates)).toEqual([near.id]);
  await page.mouse.up();
});

test('an edited value repaints the numbers at most once a frame and mounts nothing', async ({ page }) => {
  await openLarge(page, 600);
  const canvas = (await page.locator('.react-flow').boundingBox())!;
  await page.mouse.move(canvas.x + 62, canvas.y + 45);
  const value = page.locator('.react-flow__node[data-id="n0"] .leaf-value');
  const before = await value.textContent();
  const box = (await value.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 12, box.y + 4);
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    const mounts = { count: 0 };
    Object.assign(window, { mounts });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) mounts.count++;
    }).observe(document.querySelector('.react-flow__nodes')!, { childList: true, subtree: true });
  });
  await reset(page);
  await page.mouse.move(box.x + 40, box.y + 4);
  await expect(value).not.toHaveText(before ?? '');
  await page.waitForTimeout(300);
  const { paints } = await counted(page);
  expect(paints).toBeGreaterThan(0);
  expect(paints).toBeLessThanOrEqual(3); // the edit's document, its numbers, and what the pointer is at
  expect(await page.evaluate(() => (window as unknown as { mounts: { count: number } }).mounts.count)).toBe(0);
  await page.mouse.up();
});

test('a marquee selects painted gates', async ({ page }) => {
  await openLarge(page, 600);
  await at(page, '1');
  const first = (await page.locator('.react-flow').boundingBox())!;
  // Away from the edges, where a marquee moves the view.
  await page.mouse.move(first.x + 60, first.y + 60);
  await page.mouse.down();
  await page.mouse.move(first.x + first.width - 60, first.y + first.height - 60, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText(/^[1-9]\d\d items selected$/).first()).toBeVisible();
});

test('gates far away show symbol and numbers large enough to read, then boxes', async ({ page }) => {
  const { node } = await openExample(page, 'a3-logistic-cost', 'h');
  const canvas = page.locator('.canvas');
  await expect(canvas).toHaveAttribute('data-detail', 'compact');
  await expect(node('h').locator('.gate-name')).toBeHidden();
  const size = await node('h')
    .locator('.gate-value')
    .evaluate((element) => {
      const zoom = element.getBoundingClientRect().width / (element as HTMLElement).offsetWidth;
      return zoom * Number.parseFloat(getComputedStyle(element).fontSize);
    });
  expect(size).toBeGreaterThanOrEqual(10.5);
  await at(page, '1');
  await expect(canvas).toHaveAttribute('data-detail', 'box');
  await expect(page.locator('.scene-layer')).toBeVisible();
});
