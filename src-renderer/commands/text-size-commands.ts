import { TEXT_SIZES, type TextSize } from '../stores/settings-store.ts';
import type { Studio } from '../stores/studio.ts';
import { type Command, defineCommand } from './command.ts';

function set({ settings, session, translate }: Studio, textSizePx: TextSize): void {
  settings.set({ textSizePx });
  session.notify(translate('commands:done.textSize', { size: textSizePx }));
}

const neighbour = ({ settings }: Studio, by: 1 | -1): TextSize | undefined =>
  TEXT_SIZES[TEXT_SIZES.indexOf(settings.getState().textSizePx) + by];

const keywords = ['font', 'type', 'accessibility', 'scale'];

export const textSizeCommands: readonly Command[] = [
  defineCommand({
    id: 'view.text-larger',
    label: 'view.text-larger',
    keywords,
    unavailable: (studio) => (neighbour(studio, 1) ? null : 'why.textLargest'),
    run: (studio) => set(studio, neighbour(studio, 1) ?? 16),
  }),
  defineCommand({
    id: 'view.text-smaller',
    label: 'view.text-smaller',
    keywords,
    unavailable: (studio) => (neighbour(studio, -1) ? null : 'why.textSmallest'),
    run: (studio) => set(studio, neighbour(studio, -1) ?? 12),
  }),
  ...TEXT_SIZES.map((size) =>
    defineCommand({
      id: `view.text-${size}`,
      label: `view.text-${size}`,
      keywords,
      run: (studio) => set(studio, size),
    }),
  ),
];
