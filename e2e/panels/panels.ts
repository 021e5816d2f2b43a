import type { Locator, Page } from '@playwright/test';

/** What a person does at the panels around the canvas. */
export interface Panels {
  readonly page: Page;
  readonly panel: Locator;
  readonly track: Locator;
  readonly caption: Locator;
  readonly place: Locator;
  /** Opens an example by its title. */
  example(title: string): Promise<void>;
  tab(name: 'Inspect' | 'Explain' | 'Problems'): Promise<void>;
  select(node: string): Promise<void>;
  /** Moves the player by keys of the track: `Home`, `ArrowRight`, … */
  press(key: string, times?: number): Promise<void>;
}

export async function openPanels(page: Page): Promise<Panels> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/');
  await page.locator('.react-flow__node').first().waitFor();
  const track = page.getByRole('slider', { name: 'Steps of the run' });
  return {
    page,
    panel: page.getByRole('tabpanel'),
    track,
    caption: page.locator('.caption'),
    place: page.locator('.player-place'),
    async example(title) {
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.getByRole('menuitem', { name: title, exact: true }).click();
      await page.getByText(title, { exact: true }).first().waitFor();
    },
    tab: (name) => page.getByRole('tab', { name }).click(),
    select: (node) => page.locator(`.react-flow__node[data-id="${node}"]`).click({ position: { x: 40, y: 12 } }),
    async press(key, times = 1) {
      await track.focus();
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    },
  };
}
