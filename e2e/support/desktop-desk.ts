import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopProgram } from '../shell/launch-shell.ts';
import type { DesktopDesk } from './desk.ts';

export interface DesktopDeskOptions {
  readonly program: DesktopProgram;
  readonly folder: string;
  readonly userData: string;
  readonly startAgain: () => Promise<DesktopProgram>;
}

interface Recorded {
  readonly questions: string[];
  readonly suggestions: string[];
}

export async function createDesktopDesk(options: DesktopDeskOptions): Promise<DesktopDesk> {
  const { program, folder, userData, startAgain } = options;
  await mkdir(folder, { recursive: true });
  const page = await program.firstWindow();
  await page.waitForLoadState('load');

  const recorded = () =>
    program.evaluate(({ dialog }) => {
      const { recorded: values } = dialog as unknown as { recorded?: Recorded };
      return values ?? { questions: [], suggestions: [] };
    }, null);
  const answerSave = (filePath: string) =>
    program.evaluate(({ dialog }, path) => {
      const owner = dialog as unknown as { recorded?: Recorded };
      owner.recorded ??= { questions: [], suggestions: [] };
      dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
        owner.recorded?.suggestions.push(defaultPath.replace(/^.*[/\\]/, ''));
        return { canceled: path === '', filePath: path };
      }) as typeof dialog.showSaveDialog;
    }, filePath);
  const answerOpen = (filePath: string) =>
    program.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: path === '', filePaths: path === '' ? [] : [path] });
    }, filePath);

  return {
    edition: 'desktop',
    page,
    program,
    folder,
    userData,
    async willOpen(name, text) {
      await writeFile(join(folder, name), text);
      await answerOpen(join(folder, name));
    },
    willCancelOpen: () => answerOpen(''),
    willSaveAs: (name) => answerSave(join(folder, name)),
    willCancelSave: () => answerSave(''),
    savedText: (name) => readFile(join(folder, name), 'utf8'),
    suggestedNames: async () => (await recorded()).suggestions,
    chooseMenu: (id) =>
      program.evaluate(({ Menu }, itemId) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
        if (!item) throw new Error(`the menu has no item ${itemId}`);
        item.click();
      }, id),
    willAnswer: (button) =>
      program.evaluate(({ dialog }, response) => {
        const owner = dialog as unknown as { recorded?: Recorded };
        owner.recorded ??= { questions: [], suggestions: [] };
        dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
          owner.recorded?.questions.push(message);
          return { response, checkboxChecked: false };
        }) as typeof dialog.showMessageBox;
      }, button),
    questions: async () => (await recorded()).questions,
    async restart() {
      await program.kill();
      return await createDesktopDesk({ ...options, program: await startAgain() });
    },
  };
}
