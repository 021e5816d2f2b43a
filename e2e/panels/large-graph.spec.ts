import { expect, test } from '../support/test.ts';
import { createWebDesk } from '../support/web-desk.ts';
import { openPanels } from './panels.ts';

/** 500 nodes: one parameter, then gates that each read the two before them, so that every node is a fork. */
function largeDocument(): string {
  const nodes: unknown[] = [
    { id: 'w', op: 'parameter', attrs: { value: 0.5 }, inputs: [], position: { x: 0, y: 0 } },
    { id: 'n1', op: 'tanh', attrs: {}, inputs: ['w'], position: { x: 200, y: 0 } },
  ];
  for (let at = 2; at < 500; at++) {
    const inputs = at === 2 ? ['n1', 'w'] : [`n${at - 1}`, `n${at - 2}`];
    const op = at % 5 === 0 ? 'maximum' : at % 2 === 0 ? 'sub' : 'mul';
    const position = { x: (at % 25) * 240, y: Math.floor(at / 25) * 160 };
    nodes.push({ id: `n${at}`, op, attrs: {}, inputs, position });
  }
  return JSON.stringify({ format: 'chainrule', version: 1, title: 'Five hundred', nodes, objective: 'n499' });
}

test.describe('a graph of 500 nodes', () => {
  test.slow();

  test('ends where it began after 250 events forward and 250 back', async ({ page }) => {
    const desk = await createWebDesk(page);
    const { press, place, caption, tab } = await openPanels(page);
    await desk.willOpen('five-hundred.chainrule.json', largeDocument());
    await page.keyboard.press('ControlOrMeta+O');
    await expect(page.getByText('500 nodes')).toBeVisible();
    await expect(place).toHaveText(/Event \d+ of \d+/);
    await tab('Explain');
    const state = async () => ({
      place: await place.textContent(),
      caption: await caption.textContent(),
      explained: await page.getByRole('tabpanel').textContent(),
      canvas: await page.locator('.canvas').textContent(),
    });
    await press('Home');
    await press('ArrowRight', 4);
    const before = await state();
    await press('ArrowRight', 250);
    await press('ArrowLeft', 250);
    expect(await state()).toEqual(before);
  });
});
