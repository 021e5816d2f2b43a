import { mistakes } from '#engine';
import { FLAWS } from '../stores/broken-store.ts';
import type { Studio } from '../stores/studio.ts';
import { mistakeText } from '../texts/engine-texts.ts';
import { type Command, defineCommand } from './command.ts';

const noSteps = ({ player }: Studio) => (player.getState().stops.length === 0 ? 'why.noSteps' : null);

/** Gives the field the keyboard once the menu or dialog that ran the command has given it back. */
function callLater({ practice, platform: { clock } }: Studio): void {
  clock.setTimeout(() => practice.call(), 60);
}

/** Practising by prediction, by breaking, and on paper. */
export const practiceCommands: readonly Command[] = [
  defineCommand({
    id: 'practice.predict',
    label: 'practice.predict',
    keywords: ['guess', 'quiz', 'exercise', 'test', 'question', 'learn'],
    keys: ['Shift+P'],
    unavailable: noSteps,
    run(studio) {
      const { practice, broken } = studio;
      const on = !practice.getState().predicting;
      if (on) broken.set(null);
      practice.setPredicting(on);
      if (on) callLater(studio);
    },
  }),
  defineCommand({
    id: 'practice.restart',
    label: 'practice.restart',
    keywords: ['again', 'score', 'quiz'],
    unavailable: ({ practice }) => (practice.getState().predicting ? null : 'why.notPredicting'),
    run(studio) {
      studio.practice.restart();
      callLater(studio);
    },
  }),
  defineCommand({
    id: 'practice.random',
    label: 'practice.random',
    keywords: ['generate', 'exercise', 'new', 'seed'],
    run: ({ practice }) => practice.setDialog('random'),
  }),
  defineCommand({
    id: 'practice.worksheet',
    label: 'practice.worksheet',
    keywords: ['paper', 'pdf', 'print', 'exercise', 'exam', 'answer key'],
    run: ({ practice }) => practice.setDialog('worksheet'),
  }),
  ...FLAWS.map((id) =>
    defineCommand({
      id: `practice.break-${id}`,
      label: 'practice.break',
      labelWords: (translate) => ({ name: mistakeText(translate, mistakes.get(id)!).name }),
      keywords: ['mistake', 'wrong', 'bug', 'error', 'classic'],
      unavailable: noSteps,
      run({ broken, practice }) {
        practice.setPredicting(false);
        broken.toggle(id);
      },
    }),
  ),
  defineCommand({
    id: 'practice.mend',
    label: 'practice.mend',
    keywords: ['break', 'mistake', 'repair', 'off'],
    unavailable: ({ broken }) => (broken.getState().mistake === null ? 'why.notBroken' : null),
    run: ({ broken }) => broken.set(null),
  }),
];
