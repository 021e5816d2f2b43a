import type { Studio } from '../stores/studio.ts';
import { exampleTitle } from '../texts/engine-texts.ts';
import { type Command, defineCommand } from './command.ts';

const noRecent = ({ documents }: Studio) => (documents.getState().recent.length === 0 ? 'why.noRecent' : null);

export const fileCommands: readonly Command[] = [
  defineCommand({
    id: 'file.new',
    label: 'file.new',
    keywords: ['empty', 'blank'],
    keys: ['Alt+N', 'Mod+N'], // browsers keep Ctrl N for themselves
    whileTyping: true,
    run: ({ documents }) => documents.create(),
  }),
  defineCommand({
    id: 'file.open',
    label: 'file.open',
    keywords: ['load', 'file'],
    keys: ['Mod+O'],
    whileTyping: true,
    run: ({ documents }) => documents.open(),
  }),
  defineCommand({
    id: 'file.open-last',
    label: 'file.open-last',
    keywords: ['recent', 'again'],
    keys: ['Mod+Shift+O'],
    whileTyping: true,
    unavailable: noRecent,
    run: ({ documents }) => {
      const [last] = documents.getState().recent;
      return last && documents.openRecent(last);
    },
  }),
  defineCommand({
    id: 'file.save',
    label: 'file.save',
    keywords: ['write', 'keep'],
    keys: ['Mod+S'],
    whileTyping: true,
    run: async ({ documents }) => {
      await documents.save();
    },
  }),
  defineCommand({
    id: 'file.save-as',
    label: 'file.save-as',
    keywords: ['copy', 'export', 'download'],
    keys: ['Mod+Shift+S'],
    whileTyping: true,
    run: async ({ documents }) => {
      await documents.saveAs();
    },
  }),
  defineCommand({
    id: 'file.clear-recent',
    label: 'file.clear-recent',
    keywords: ['forget', 'history'],
    unavailable: noRecent,
    run: ({ documents }) => documents.clearRecent(),
  }),
];

/** One command an example, named by its title. */
export function exampleCommands(studio: Pick<Studio, 'documents'>): readonly Command[] {
  return studio.documents.examples.map(({ id, title }) =>
    defineCommand({
      id: `file.example.${id}`,
      label: 'file.example',
      labelWords: (translate) => ({ title: exampleTitle(translate, { id, title }) }),
      keywords: ['example', 'demo', 'open', id],
      run: ({ documents }) => documents.openExample(id),
    }),
  );
}
