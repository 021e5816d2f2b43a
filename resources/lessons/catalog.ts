/** One bundled lesson, as the catalogue shows it. Its text is fetched only when it is opened. */
export interface BundledLesson {
  readonly id: string;
  readonly title: string;
  /** What one learns in it, in one sentence. */
  readonly description: string;
  readonly steps: number;
  /** Text of the lesson. */
  readonly read: () => Promise<string>;
}

const textOf = (file: { readonly default: string }) => file.default;

/** In teaching order. Title, description and number of steps are those of the files. */
export const lessons: readonly BundledLesson[] = [
  {
    id: 'derivative-as-nudge',
    title: 'The derivative as a nudge',
    description: 'Move a number a little and watch how far the result moves: that ratio is the derivative.',
    steps: 6,
    read: () => import('./derivative-as-nudge.lesson.json?raw').then(textOf),
  },
];
