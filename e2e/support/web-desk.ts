import type { Page } from '@playwright/test';
import type { Desk } from './desk.ts';

/** What the picker of the web edition shall answer next; lives in the page, so it is plain data. */
interface PickerState {
  openName: string | null;
  saveName: string | null;
  readonly files: Record<string, string>;
  readonly suggestions: string[];
}

const STATE = '__deskPicker';

/**
 * Replaces the browser's file pickers, which no test can click. The files live in the test, so they survive a reload of the page.
 * Call before the page is first loaded.
 */
export async function createWebDesk(page: Page): Promise<Desk> {
  const state: PickerState = { openName: null, saveName: null, files: {}, suggestions: [] };
  await page.exposeBinding(STATE, (_source, action: string, name: string, text: string) => {
    if (action === 'suggest') state.suggestions.push(name);
    if (action === 'write') state.files[name] = text;
    return { openName: state.openName, saveName: state.saveName, text: state.files[name] ?? null };
  });
  await page.addInitScript(installPickers, STATE);

  return {
    edition: 'web',
    page,
    async willOpen(name, text) {
      state.files[name] = text;
      state.openName = name;
    },
    async willCancelOpen() {
      state.openName = null;
    },
    async willSaveAs(name) {
      state.saveName = name;
    },
    async willCancelSave() {
      state.saveName = null;
    },
    async savedText(name) {
      const text = state.files[name];
      if (text === undefined) throw new Error(`nothing was saved as ${name}; there is: ${Object.keys(state.files)}`);
      return text;
    },
    suggestedNames: async () => [...state.suggestions],
  };
}

interface PickerAnswer {
  readonly openName: string | null;
  readonly saveName: string | null;
  readonly text: string | null;
}

/** Runs in the page, so it may refer to nothing outside itself. */
function installPickers(binding: string) {
  const page = globalThis as unknown as Record<string, unknown>;
  const ask = (action: string, name = '', text = '') =>
    (page[binding] as (action: string, name: string, text: string) => Promise<PickerAnswer>)(action, name, text);

  const cancelled = () => new DOMException('The user aborted a request.', 'AbortError');
  const createHandle = (name: string) => ({
    kind: 'file',
    name,
    isSameEntry: async (other: { name: string }) => other.name === name,
    queryPermission: async () => 'granted',
    requestPermission: async () => 'granted',
    getFile: async () => {
      const { text } = await ask('read', name);
      if (text === null) throw new DOMException(`${name} is not there`, 'NotFoundError');
      return new File([text], name, { type: 'application/json' });
    },
    createWritable: async () => {
      const parts: BlobPart[] = [];
      return {
        write: async (part: BlobPart) => void parts.push(part),
        close: async () => void (await ask('write', name, await new Blob(parts).text())),
        abort: async () => undefined,
      };
    },
  });
  page['showOpenFilePicker'] = async () => {
    const { openName } = await ask('open');
    if (openName === null) throw cancelled();
    return [createHandle(openName)];
  };
  page['showSaveFilePicker'] = async (options: { suggestedName?: string } = {}) => {
    const { saveName } = await ask('suggest', options.suggestedName ?? '');
    if (saveName === null) throw cancelled();
    return createHandle(saveName);
  };
}
