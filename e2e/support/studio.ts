import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does at the window, in their words. Positions are pixels from the canvas's upper left corner. */
export interface Studio {
  readonly page: Page;
  readonly canvas: Locator;
  /** Drags an op from the palette onto the canvas; returns the new node's id. */
  drag(opName: string, x: number, y: number): Promise<string>;
  /** Drags a wire from a node's output to an input slot. */
  connect(source: string, target: string, slot?: number): Promise<void>;
  /** Types a leaf's value on its face. */
  setValue(node: string, text: string): Promise<void>;
  node(id: string): Locator;
  edge(target: string, slot: number): Locator;
  /** The two numbers on a wire as they are read: [value above, contribution below]. */
  chip(target: string, slot: number): Promise<readonly [string, string]>;
  /** The two numbers on a node's face: [value, total gradient]. */
  face(id: string): Promise<readonly [string, string]>;
  nodeIds(): Promise<readonly string[]>;
}

export function studioOf(page: Page): Studio {
  const canvas = page.locator('.react-flow');
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);
  const edge = (target: string, slot: number) => page.locator(`.react-flow__edge[data-id="${target}:${slot}"]`);
  const nodeIds = () =>
    page.locator('.react-flow__node').evaluateAll((found) => found.map((at) => at.getAttribute('data-id') ?? ''));
  const port = (id: string, handle: string) => node(id).locator(`.react-flow__handle[data-handleid="${handle}"]`);

  const drag = async (opName: string, x: number, y: number) => {
    const before = await nodeIds();
    const op = page.getByRole('option', { name: opName, exact: true });
    await op.dragTo(canvas, { targetPosition: { x, y } });
    await expect.poll(nodeIds).toHaveLength(before.length + 1);
    const [added] = (await nodeIds()).filter((id) => !before.includes(id));
    return added ?? '';
  };

  const connect = async (source: string, target: string, slot = 0) => {
    const from = await centreOf(port(source, 'out:0'));
    const to = await centreOf(port(target, `in:${slot}`));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await expect(edge(target, slot)).toHaveCount(1);
  };

  const setValue = async (id: string, text: string) => {
    await node(id).locator('.leaf-value').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  const read = async (at: Locator) => ((await at.textContent()) ?? '').trim();
  return {
    page,
    canvas,
    drag,
    connect,
    setValue,
    node,
    edge,
    chip: async (target, slot) => [
      await read(edge(target, slot).locator('.chip-value')),
      await read(edge(target, slot).locator('.chip-contribution')),
    ],
    face: async (id) => [await read(node(id).locator('.gate-value')), await read(node(id).locator('.gate-gradient'))],
    nodeIds,
  };
}

async function centreOf(at: Locator): Promise<{ x: number; y: number }> {
  const box = await at.boundingBox();
  if (!box) throw new Error(`not on the screen: ${at}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
