import type { ChainruleDocument, Problem } from '#engine';
import type { DerivativeNotation } from '../math/derivative.ts';
import type { NodesById } from '../stores/current-step.ts';
import type { ShownNumbers } from '../stores/shown.ts';
import type { Stop } from '../stores/stops.ts';

/** What the player's sentence is made from. */
export interface CaptionInput {
  readonly document: ChainruleDocument;
  readonly nodes: NodesById;
  readonly shown: ShownNumbers;
  readonly stops: readonly Stop[];
  readonly position: number;
  readonly problems: readonly Problem[];
  readonly notation: DerivativeNotation;
  /** Node whose gradient the last sentence is about, if it has one; else the first parameter. */
  readonly focus: string | null;
  /** The player has not been moved yet: the last sentence says how. */
  readonly untouched: boolean;
}
