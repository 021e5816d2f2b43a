// The same document gives the same bits in a browser's worker, in Node and on the command line.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { evaluate, fingerprint, type Graph, type PlanLayout, parseDocument } from '#engine';
import { readRun } from '../../src-engine/run/result.ts';
import { goldenGraphs } from '../../src-engine/testing/golden-graphs.ts';
import { projectRoot } from '../support/electron-program.ts';
import { expect, test } from '../support/test.ts';

const folder = join(projectRoot, 'resources', 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** Runs a graph in the worker the window was built with, and reads the bits of its memory here. */
async function fingerprintInWorker(page: Page, worker: string, graph: Graph): Promise<string> {
  const { layout, base64 } = await page.evaluate(runInWorker, { worker, graph });
  const bytes = Buffer.from(base64, 'base64');
  const memory = new Float64Array(new Uint8Array(bytes).buffer);
  return fingerprint(readRun(layout, memory, [], []));
}

/** Runs in the page. */
async function runInWorker({ worker, graph }: { worker: string; graph: Graph }) {
  const engine = new Worker(worker, { type: 'module' });
  type Ran = { readonly type: string; readonly layout: PlanLayout; readonly memory: Float64Array<ArrayBuffer> };
  const { layout, memory } = await new Promise<Ran>((resolve, reject) => {
    engine.onerror = () => reject(new Error('the worker failed'));
    engine.onmessage = ({ data }: MessageEvent<Ran>) => {
      if (data.type === 'ran') resolve(data);
    };
    engine.postMessage({ type: 'run', version: 1, graph });
  });
  engine.terminate();
  const dataUrl = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(new Blob([memory]));
  });
  return { layout, base64: dataUrl.slice(dataUrl.indexOf(',') + 1) };
}

async function openPage(page: Page): Promise<string> {
  const started = page.waitForEvent('worker');
  await page.goto('/');
  return (await started).url();
}

const documentOf = (name: string) => {
  const parsed = parseDocument(readFileSync(join(folder, name), 'utf8'));
  if ('problems' in parsed) throw new Error(`${name}: ${parsed.problems[0]?.message}`);
  return parsed.document;
};

test('the browser worker gives the bits that were recorded', async ({ page }) => {
  const worker = await openPage(page);
  for (const { name, graph, bits } of goldenGraphs) {
    expect(await fingerprintInWorker(page, worker, graph), name).toBe(bits);
  }
});

test('every example has the same bits in the browser worker and in Node', async ({ page }) => {
  test.slow();
  const worker = await openPage(page);
  expect(files.length).toBeGreaterThan(20);
  for (const name of files) {
    const document = documentOf(name);
    expect(await fingerprintInWorker(page, worker, document), name).toBe(fingerprint(evaluate(document)));
  }
});

test('the command line prints exactly the numbers of Node', async () => {
  test.slow();
  for (const name of files.filter((file) => !file.startsWith('b4-'))) {
    const printed = execFileSync(
      process.execPath,
      [join(projectRoot, 'out/cli/main.js'), 'eval', join(folder, name), '--json'],
      {
        encoding: 'utf8',
        maxBuffer: 64e6,
      },
    );
    const result = evaluate(documentOf(name));
    const { nodes } = JSON.parse(printed) as { nodes: Record<string, { value: unknown; grad: unknown }> };
    for (const [id, { value, grad }] of Object.entries(nodes)) {
      expect([value].flat(9), `${name}: ${id}`).toEqual([...result.value(id)!.data]);
      expect([grad].flat(9), `${name}: gradient of ${id}`).toEqual([...result.grad(id)!.data]);
    }
  }
});
