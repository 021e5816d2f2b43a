import type { Studio } from '../stores/studio.ts';
import { lessonListing } from '../texts/engine-texts.ts';
import { type Command, defineCommand } from './command.ts';

const noLesson = ({ lessons }: Studio) => (lessons.getState().lesson ? null : 'why.noLesson');

export const lessonCommands: readonly Command[] = [
  defineCommand({
    id: 'lesson.catalog',
    label: 'lesson.catalog',
    keywords: ['learn', 'course', 'tutorial', 'exercise'],
    run: ({ dialogs }) => dialogs.show({ kind: 'lessons' }),
  }),
  defineCommand({
    id: 'lesson.present',
    label: 'lesson.present',
    keywords: ['class', 'lecture', 'slides', 'full'],
    keys: ['Mod+Alt+P'],
    unavailable: noLesson,
    run: ({ lessons }) => lessons.present(!lessons.getState().presenting),
  }),
  defineCommand({
    id: 'lesson.leave',
    label: 'lesson.leave',
    keywords: ['end', 'exit'],
    unavailable: noLesson,
    run: ({ lessons }) => lessons.leave(),
  }),
  defineCommand({
    id: 'lesson.record',
    label: 'lesson.record',
    keywords: ['author', 'teach', 'write', 'make'],
    run: ({ lessons }) => lessons.record(!lessons.getState().recording),
  }),
];

/** One command a lesson, named by its title. */
export function lessonStartCommands({ lessons }: Pick<Studio, 'lessons'>): readonly Command[] {
  return lessons.listings.map((listing) =>
    defineCommand({
      id: `lesson.start.${listing.id}`,
      label: 'lesson.start',
      labelWords: (translate) => ({ title: lessonListing(translate, listing).title }),
      keywords: ['lesson', 'learn', listing.id],
      run: () => lessons.open(listing.id),
    }),
  );
}
