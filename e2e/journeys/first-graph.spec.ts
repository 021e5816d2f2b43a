import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** E = (w·x − 1)² at w = 3, x = 1: what stands on each wire, value above, contribution below. */
const wires = {
  w: ['3', '+4'],
  x: ['1', '+12'],
  p: ['3', '+4'],
  one: ['1', '−4'],
  d: ['2', '+4'],
} as const;

test('a new user builds (w·x − 1)², reads its gradients, steps, merges, undoes, saves and reopens it', async ({
  desk,
}) => {
  test.slow(); // one long way through the whole window
  const { page } = desk;
  const studio = studioOf(page);
  const run = (name: string) =>
    test.step(name, async () => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    });

  await page.setViewportSize({ width: 1440, height: 900 });
  await run('New document');
  await expect.poll(studio.nodeIds).toHaveLength(0);

  const w = await studio.drag('Parameter', 90, 180);
  const x = await studio.drag('Input', 90, 330);
  const p = await studio.drag('Multiply', 330, 250);
  const one = await studio.drag('Constant', 330, 420);
  const d = await studio.drag('Subtract', 570, 280);
  const E = await studio.drag('Square', 800, 280);
  await studio.connect(w, p, 0);
  await studio.connect(x, p, 1);
  await studio.connect(p, d, 0);
  await studio.connect(one, d, 1);
  await studio.connect(d, E);
  await studio.setValue(w, '3');
  await studio.setValue(x, '1');
  await studio.setValue(one, '1');

  const everyNumber = async () => {
    await expect.poll(() => studio.chip(p, 0)).toEqual(wires.w);
    await expect.poll(() => studio.chip(p, 1)).toEqual(wires.x);
    await expect.poll(() => studio.chip(d, 0)).toEqual(wires.p);
    await expect.poll(() => studio.chip(d, 1)).toEqual(wires.one);
    await expect.poll(() => studio.chip(E, 0)).toEqual(wires.d);
    await expect.poll(() => studio.face(w)).toEqual(['3', '+4']);
    await expect.poll(() => studio.face(E)).toEqual(['4', '+1']);
  };
  await test.step('every wire shows its value and its contribution', everyNumber);

  await test.step('the gradients match central differences', async () => {
    await expect(page.getByRole('button', { name: /^9\/9 gradients match/ })).toBeVisible();
  });

  await test.step('stepping from nothing to all and back un-writes what it wrote', async () => {
    const track = page.getByRole('slider', { name: /run$/ });
    await track.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => studio.face(E)).toEqual(['–', '–']);
    await expect.poll(() => studio.chip(p, 0)).toEqual(['–', '–']);
    const stops = Number(await track.getAttribute('aria-valuemax'));
    expect(stops).toBe(13); // five values and the loss, the seed and five contributions, and the update of w
    const seen: string[] = [];
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('ArrowRight');
      seen.push((await page.locator('.caption').textContent()) ?? '');
    }
    expect(new Set(seen).size, 'each step says something of its own').toBe(stops);
    await page.keyboard.press('ArrowLeft');
    await everyNumber();
    for (let stop = 0; stop < stops; stop++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => studio.face(w)).toEqual(['–', '–']);
    await page.keyboard.press('End');
    await everyNumber();
  });

  await test.step('the last two gates merge into one that shows its own derivative', async () => {
    await studio.node(d).click({ position: { x: 50, y: 12 } });
    await studio.node(E).click({ position: { x: 50, y: 12 }, modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+G');
    await expect.poll(async () => (await studio.nodeIds()).length).toBe(5);
    await expect(studio.edge(d, 0)).toHaveCount(1);
    await expect.poll(() => studio.chip(d, 0)).toEqual(wires.p);
    await studio.edge(d, 0).hover();
    await expect(page.locator('.ledger')).toContainText('4');
  });

  await test.step('undo goes back to the empty canvas, redo returns to the merged graph', async () => {
    await studio.canvas.click({ position: { x: 600, y: 600 } });
    for (let step = 0; step < 60 && (await studio.nodeIds()).length > 0; step++) {
      await page.keyboard.press('ControlOrMeta+Z');
    }
    await expect.poll(studio.nodeIds).toHaveLength(0);
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    for (let step = 0; step < 60 && (await page.getByRole('button', { name: /^Redo/ }).isEnabled()); step++) {
      await page.keyboard.press('ControlOrMeta+Shift+Z');
    }
    await expect.poll(studio.nodeIds).toHaveLength(5);
    await expect.poll(() => studio.chip(d, 0)).toEqual(wires.p);
  });

  await test.step('saved and reopened it is the same', async () => {
    await desk.willSaveAs('first.chainrule.json');
    await page.keyboard.press('ControlOrMeta+S');
    await expect(page.getByText('first.chainrule.json')).toBeVisible();
    const saved = await desk.savedText('first.chainrule.json');
    expect(JSON.parse(saved)).toMatchObject({ format: 'chainrule', version: 1, groups: [{ collapsed: true }] });
    await run('New document');
    await expect.poll(studio.nodeIds).toHaveLength(0);
    await desk.willOpen('first.chainrule.json', saved);
    await page.keyboard.press('ControlOrMeta+O');
    await expect.poll(studio.nodeIds).toHaveLength(5);
    await expect.poll(() => studio.chip(d, 0)).toEqual(wires.p);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+Shift+G');
    await everyNumber();
  });
});
