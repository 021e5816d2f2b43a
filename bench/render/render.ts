import { chromium, type Page } from '@playwright/test';
import { edgeKey, serializeDocument, setAttribute } from '#engine';
import { findAppBrowser } from '../../src-main/host/app-window.ts';
import { createDocumentStore } from '../../src-renderer/stores/document-store.ts';
import type { Bench, BenchRow } from '../define.ts';
import { compare, median } from '../measure.ts';
import { servePages } from './pages.ts';
import type { PlainPage } from './plain/plain.tsx';
import { renderGraph } from './render-graph.ts';
import { openStage, type Stage } from './stage.ts';

const PEER = 'plain React Flow';
const FRAMES = 16;
/** The peer's frames are long. */
const PEER_FRAMES = 6;
const ROUNDS = 3;
const MANY = 10_000;

/** The canvas against React Flow with its own defaults, the same nodes and edges, in the same browser and run. */
export const rendering: Bench = {
  name: 'render',
  about:
    'Main thread of the window, per frame where not opening; 3 000 nodes, 4 500 wires; without what an empty frame costs.',
  async run() {
    const pages = await servePages();
    const executablePath = process.env['CHROME_PATH'] ?? findAppBrowser(process.env, process.platform);
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      const opened: [number[], number[]] = [[], []];
      let ours: Stage | null = null;
      let plain: Stage | null = null;
      for (let round = 0; round < ROUNDS; round++) {
        await ours?.close();
        await plain?.close();
        ours = await openStage(browser, `${pages.ours}?example=a1-squared-error`);
        opened[0].push(await ours.busy(() => drop(ours!.page, 3000)));
        plain = await openStage(browser, pages.plain);
        opened[1].push(await plain.busy(() => mountPlain(plain!.page, 3000)));
      }
      const rows = [row('opening', median(opened[0]), median(opened[1]))];
      if (ours && plain) rows.push(...(await frameRows(ours, plain)));
      await ours?.close();
      await plain?.close();
      const many = await openStage(browser, `${pages.ours}?example=a1-squared-error`);
      await many.busy(() => drop(many.page, MANY));
      await fitOurs(many);
      rows.push(alone(`panning ${MANY} nodes, all in view`, await pan(many)));
      await many.close();
      return [...rows, editRow()];
    } finally {
      await browser.close();
      pages.close();
    }
  },
};

async function frameRows(ours: Stage, plain: Stage): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  rows.push(row('live numbers, visible wires', await scrub(ours), await live(plain)));
  await ours.busy(() => press(ours.page, '0'));
  const elements = [await ours.elements()];
  rows.push(row('panning at zoom 1', await pan(ours), await pan(plain, PEER_FRAMES)));
  rows.push(row('dragging a node', await drag(ours), await drag(plain, PEER_FRAMES)));
  elements.push(await ours.elements());
  await fitOurs(ours);
  await plain.busy(() => plain.page.evaluate(() => (window as unknown as { plain: PlainPage }).plain.fit()));
  rows.push(row('panning, all in view', await pan(ours), await pan(plain, PEER_FRAMES)));
  elements.push(await ours.elements());
  rows.push(alone('opening the palette', await ours.busy(() => press(ours.page, '/'))));
  rows.push(row('elements (count, not ms)', Math.max(...elements), await plain.elements()));
  return rows;
}

const row = (name: string, medianMs: number, peerMs: number): BenchRow => ({
  name,
  medianMs,
  peer: PEER,
  peerMs,
  ratio: peerMs / medianMs,
});
const alone = (name: string, medianMs: number): BenchRow => ({
  name,
  medianMs,
  peer: 'peer',
  peerMs: null,
  ratio: null,
});

/** Drops the document's file on the window. */
async function drop(page: Page, nodeCount: number): Promise<void> {
  await page.evaluate(
    (text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'bench.chainrule.json', { type: 'application/json' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    serializeDocument(renderGraph(nodeCount)),
  );
  await page.getByText(`${nodeCount} nodes,`).waitFor();
}

async function mountPlain(page: Page, nodeCount: number): Promise<void> {
  const graph = renderGraph(nodeCount);
  const nodes = graph.nodes.map(({ id, position = { x: 0, y: 0 } }) => ({ id, position, data: { label: id } }));
  const edges = graph.nodes.flatMap(({ id, inputs }) =>
    inputs.flatMap((source, slot) => (source === null ? [] : [{ id: edgeKey(id, slot), source, target: id }])),
  );
  await page.evaluate(([n, e]) => (window as unknown as { plain: PlainPage }).plain.mount(n, e), [
    nodes,
    edges,
  ] as const);
  await page.locator('.react-flow__node').first().waitFor();
}

async function press(page: Page, key: string): Promise<void> {
  await page.locator('.canvas').focus();
  await page.keyboard.press(key);
  if (key === '/') await page.locator('.quick-add').waitFor();
}

const fitOurs = (stage: Stage) => stage.busy(() => press(stage.page, '1'));

async function middle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await page.locator('.react-flow').boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pan({ page, perFrame }: Stage, frames = FRAMES): Promise<number> {
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.down({ button: 'middle' });
  const cost = await perFrame(frames, (index) => page.mouse.move(x - 12 * index, y - 4 * index));
  await page.mouse.up({ button: 'middle' });
  return cost;
}

/** Drags the element of a node near the middle of the view. */
async function drag({ page, perFrame, busy }: Stage, frames = FRAMES): Promise<number> {
  const { x, y } = await middle(page);
  const at = await page.evaluate(
    (centre) => {
      const boxes = [...document.querySelectorAll('.react-flow__node')].map((node) => node.getBoundingClientRect());
      const away = (box: DOMRect) => Math.hypot(box.x - centre.x, box.y - centre.y);
      const [box] = boxes.sort((a, b) => away(a) - away(b));
      return box ? { x: box.x + box.width / 2, y: box.y + 12 } : null;
    },
    { x, y },
  );
  if (!at) throw new Error('No node stands in the view.');
  await busy(() => page.mouse.move(at.x, at.y));
  await page.mouse.down();
  await page.mouse.move(at.x + 8, at.y + 8);
  const cost = await perFrame(frames, (index) => page.mouse.move(at.x + 10 + 3 * index, at.y + 10 + 2 * index));
  await page.mouse.up();
  return cost;
}

/** Drags a parameter's value: an edit, a run, and all numbers anew in each frame. */
async function scrub({ page, perFrame, busy }: Stage): Promise<number> {
  const { x, y } = (await page.locator('.react-flow').boundingBox())!;
  await busy(() => page.mouse.move(x + 62, y + 45));
  const value = (await page.locator('.react-flow__node[data-id="n0"] .leaf-value').boundingBox())!;
  await page.mouse.move(value.x + 4, value.y + 4);
  await page.mouse.down();
  const cost = await perFrame(FRAMES, (index) => page.mouse.move(value.x + 8 + 4 * index, value.y + 4));
  await page.mouse.up();
  return cost;
}

/** React Flow's own way: a label on each edge, set anew. */
const live = ({ page, perFrame }: Stage) =>
  perFrame(5, (step) => page.evaluate((at) => (window as unknown as { plain: PlainPage }).plain.label(at), step));

/** An edit of a value with its entry in the history, against keeping a copy of the document. */
function editRow(): BenchRow {
  const store = createDocumentStore({ now: () => 0 });
  store.open(renderGraph(3000), null);
  let value = 0;
  const next = () => setAttribute(store.getState().document, 'n1', 'value', ++value);
  const copies: unknown[] = [];
  return compare(
    'an edit with its history',
    { name: 'chainrule', work: () => store.edit('edit', next) },
    {
      name: 'structuredClone of the document',
      work: () => {
        copies[0] = structuredClone(next());
        return copies;
      },
    },
  );
}
