import type { Page } from '@playwright/test';
import { axeProblems } from '../support/axe.ts';
import { studioOf } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

interface Screen {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** The part that is new; the rest was looked at before. */
  readonly within?: string;
  readonly leave?: (page: Page) => Promise<void>;
}

const DIALOG = '[role="dialog"]';
const MENU = '[role="menu"]';

const dismiss = (page: Page) => page.keyboard.press('Escape');
const tab = (name: string): Screen => ({
  name: `panel ${name}`,
  within: '.side.right',
  show: (page) => page.getByRole('tab', { name }).click(),
});
const menu = (name: string): Screen => ({
  name: `menu ${name}`,
  within: MENU,
  show: async (page) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('menu').first().waitFor();
  },
  leave: dismiss,
});
const canvasKeys = (keys: string) => async (page: Page) => {
  await page.locator('.canvas').focus();
  await page.keyboard.press(keys);
};

/** Every screen, each from the state the one before left. */
const SCREENS: readonly Screen[] = [
  { name: 'start', show: async () => undefined },
  {
    name: 'selected node',
    show: (page) =>
      studioOf(page)
        .node('p')
        .click({ position: { x: 40, y: 12 } }),
  },
  tab('Inspect'),
  tab('Explain'),
  tab('Problems'),
  menu('File'),
  menu('Examples'),
  { name: 'history', within: MENU, show: canvasKeys('ControlOrMeta+Alt+z'), leave: dismiss },
  { name: 'command palette', within: DIALOG, show: canvasKeys('ControlOrMeta+k'), leave: dismiss },
  { name: 'shortcut sheet', within: DIALOG, show: canvasKeys('?'), leave: dismiss },
  {
    name: 'find',
    within: '.find-bar',
    show: async (page) => {
      await canvasKeys('ControlOrMeta+f')(page);
      await page.keyboard.type('grad > 3');
    },
    leave: dismiss,
  },
  {
    name: 'quick-add',
    within: '.quick-add',
    show: async (page) => {
      await canvasKeys('n')(page);
      await page.keyboard.type('si');
    },
    leave: dismiss,
  },
  {
    name: 'context menu',
    within: MENU,
    show: (page) =>
      studioOf(page)
        .node('p')
        .click({ button: 'right', position: { x: 40, y: 12 } }),
    leave: dismiss,
  },
  { name: 'about', within: DIALOG, show: (page) => command(page, 'About'), leave: dismiss },
  {
    name: 'unsaved question',
    within: DIALOG,
    show: async (page) => {
      await studioOf(page)
        .node('p')
        .click({ position: { x: 40, y: 12 } });
      await canvasKeys('ControlOrMeta+d')(page);
      await command(page, 'New document');
      await page.getByRole('dialog').waitFor();
    },
    leave: async (page) => {
      await dismiss(page);
      await canvasKeys('ControlOrMeta+z')(page);
    },
  },
  { name: 'table', show: canvasKeys('ControlOrMeta+Shift+l') },
  {
    name: 'inputs in the table',
    within: DIALOG,
    show: async (page) => {
      await page.getByRole('gridcell', { name: 'a = w, b = x' }).click();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
    leave: async (page) => {
      await dismiss(page);
      await page.getByRole('button', { name: 'Show the graph' }).click();
    },
  },
  { name: 'compact', show: (page) => page.setViewportSize({ width: 1024, height: 700 }) },
  {
    name: 'compact palette',
    within: '.rail',
    show: (page) => page.getByRole('button', { name: 'Add a node' }).click(),
    leave: dismiss,
  },
  {
    name: 'largest text',
    show: async (page) => {
      await command(page, 'Text size 16');
      await page.locator('.canvas').focus();
    },
  },
];

async function command(page: Page, name: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

const LOOKS = [
  { look: 'light', colours: { colorScheme: 'light' } },
  { look: 'dark', colours: { colorScheme: 'dark' } },
  { look: 'forced colours', colours: { forcedColors: 'active' } },
] as const;
for (const { look, colours } of LOOKS)
  test(`axe finds nothing on any screen: ${look}`, async ({ page }) => {
    test.setTimeout(240_000); // some twenty scans
    await page.emulateMedia({ ...colours, reducedMotion: 'reduce' }); // colours are judged at rest
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('/');
    await studioOf(page).node('p').waitFor();
    await expect(page.getByRole('button', { name: /gradients match/ })).toBeVisible();
    const found: string[] = [];
    for (const { name, show, within, leave } of SCREENS) {
      await show(page);
      if (within !== undefined) await page.locator(within).first().waitFor();
      found.push(...(await axeProblems(page, within)).map((line) => `${name}: ${line}`));
      await leave?.(page);
    }
    expect(found).toEqual([]);
  });
