import type { Page } from '@playwright/test';
import type { Desk } from './desk.ts';

const BINDING = '__deskPicker';

/** What the browser's file pickers, which no test can click, answer next. `null` is a cancelled picker. */
interface PickerAnswers {
  openName: string | null;
  saveName: string | null;
}

/**
 * The files lie in the origin's private file system: real handles, which the program can write to and remember, and which
 * survive a reload of the page. Call before the page is first loaded.
 */
export async function createWebDesk(page: Page): Promise<Desk> {
  const answers: PickerAnswers = { openName: null, saveName: null };
  const suggestions: string[] = [];
  await page.exposeBinding(BINDING, (_source, suggested: string | null): PickerAnswers => {
    if (suggested !== null) suggestions.push(suggested);
    return answers;
  });
  await page.addInitScript(installPickers, BINDING);

  return {
    edition: 'web',
    page,
    async willOpen(name, text) {
      await page.evaluate(
        async ([fileName, content]) => {
          const root = await navigator.storage.getDirectory();
          const file = await (await root.getFileHandle(fileName, { create: true })).createWritable();
          await file.write(content);
          await file.close();
        },
        [name, text] as const,
      );
      answers.openName = name;
    },
    async willCancelOpen() {
      answers.openName = null;
    },
    async willSaveAs(name) {
      answers.saveName = name;
    },
    async willCancelSave() {
      answers.saveName = null;
    },
    savedText: (name) =>
      page.evaluate(async (fileName) => {
        const root = await navigator.storage.getDirectory();
        return await (await (await root.getFileHandle(fileName)).getFile()).text();
      }, name),
    suggestedNames: async () => [...suggestions],
  };
}

/** Runs in the page, so it may refer to nothing outside itself. */
function installPickers(binding: string) {
  const page = globalThis as unknown as Record<string, unknown>;
  const ask = page[binding] as (suggested: string | null) => Promise<PickerAnswers>;
  const cancelled = () => new DOMException('The user aborted a request.', 'AbortError');
  page['showOpenFilePicker'] = async () => {
    const { openName } = await ask(null);
    if (openName === null) throw cancelled();
    return [await (await navigator.storage.getDirectory()).getFileHandle(openName)];
  };
  page['showSaveFilePicker'] = async (options: { suggestedName?: string } = {}) => {
    const { saveName } = await ask(options.suggestedName ?? '');
    if (saveName === null) throw cancelled();
    return await (await navigator.storage.getDirectory()).getFileHandle(saveName, { create: true });
  };
}
