import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { securePreferences } from '../security/lockdown.ts';
import { MINIMUM_SIZE, placeWindow, type WindowPlacement } from './window-bounds.ts';

export interface WindowOptionsInput {
  readonly version: string;
  readonly preload: string;
  readonly dark: boolean;
  readonly workAreas: readonly Rectangle[];
  readonly remembered: WindowPlacement | null;
  readonly openWindows: number;
}

/** The canvas colours of the two themes: the window must not flash white before its first frame. */
const BACKGROUND = { light: '#F8F8F6', dark: '#131519' } as const;

export function windowOptions(input: WindowOptionsInput): BrowserWindowConstructorOptions {
  return {
    ...placeWindow(input.remembered, input.workAreas, input.openWindows),
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Chainrule',
    show: false,
    backgroundColor: input.dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      ...securePreferences(input.preload),
      additionalArguments: [`--chainrule-version=${input.version}`],
    },
  };
}
