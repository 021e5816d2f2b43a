import type { ChainruleDocument, EdgeRef, GraphNode, TensorLiteral } from '#engine';

/** A lesson as data: nothing in it is run as code, so a lesson from anywhere may be opened. */
export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** One sentence for the catalogue. */
  readonly description: string;
  /** What the learner does without in this lesson. */
  readonly hides: readonly HiddenPart[];
  /** What every lesson works on is a copy of this. */
  readonly document: ChainruleDocument;
  readonly steps: readonly LessonStep[];
}

type HiddenPart = 'player' | 'numbers' | 'check';
export const HIDDEN_PARTS = ['player', 'numbers', 'check'] as const;

export interface LessonStep {
  /** Paragraphs: words, `$formulas$`, `$$formulas on their own line$$` and `{{live numbers}}` (prose.ts). */
  readonly text: readonly string[];
  /** How the document differs from that of the step before. */
  readonly change?: readonly Change[];
  /** Nodes brought into view; an empty list fits the whole graph; left out, the camera stays. */
  readonly camera?: readonly string[];
  readonly mark?: Marks;
  /** Where the player stands (stop.ts); left out, it stays. */
  readonly stop?: string;
  readonly numbers?: 'values' | 'gradients' | 'both' | 'none';
  readonly tools?: readonly Tool[];
  readonly check?: Check;
  /**
   * Equations that the engine must find true of this step's document. A number written out in the text is allowed only
   * when one of them names it.
   */
  readonly proofs?: readonly string[];
}

interface Marks {
  readonly nodes?: readonly string[];
  /** Wires as `target:slot`. */
  readonly wires?: readonly string[];
}

/** One change to a document; exactly one of the members. */
export interface Change {
  readonly set?: Readonly<Record<string, TensorLiteral>>;
  /** Ops exchanged, by node. */
  readonly op?: Readonly<Record<string, string>>;
  readonly merge?: { readonly id: string; readonly label?: string; readonly nodes: readonly string[] };
  readonly open?: string;
  readonly close?: string;
  readonly ungroup?: string;
  readonly connect?: { readonly source: string; readonly target: string; readonly slot: number };
  readonly disconnect?: EdgeRef;
  readonly add?: Pick<GraphNode, 'id' | 'op' | 'attrs' | 'inputs'> & Pick<Partial<GraphNode>, 'label' | 'position'>;
  readonly remove?: readonly string[];
  readonly objective?: string;
}

/** Something to work with in the column, beside the graph itself. */
export type Tool =
  | { readonly kind: 'slider'; readonly node: string; readonly from: number; readonly to: number; readonly by: number }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  /** Bars side by side; on a logarithmic scale their lengths are orders of magnitude. */
  | {
      readonly kind: 'bars';
      readonly title: string;
      readonly scale: 'linear' | 'logarithmic';
      readonly rows: readonly TableRow[];
    }
  /** Exchanges the op of several nodes at once. */
  | {
      readonly kind: 'switch';
      readonly label: string;
      readonly nodes: readonly string[];
      readonly options: readonly { readonly text: string; readonly op: string }[];
    }
  /** The objective as a function of one leaf, with the current point and the points it came from. */
  | { readonly kind: 'plot'; readonly node: string; readonly from: number; readonly to: number }
  /** A button: w ← w − η · ∂E/∂w for each of the nodes, with a choice of η. */
  | { readonly kind: 'descend'; readonly nodes: readonly string[]; readonly rates: readonly number[] };

interface TableRow {
  readonly label: string;
  readonly is: string;
}

/** What must be answered or done before the step is over. */
export type Check = (PredictCheck | ChoiceCheck | TaskCheck) & {
  /** The rule it exercises, counted at the foot of the column. */
  readonly rule?: string;
  /** Said once the step is passed. */
  readonly after?: string;
  /** Where the player goes once it is passed, so that the graph shows the answer. */
  readonly reveal?: string;
};

/** A number asked for before the graph shows it. */
export interface PredictCheck {
  readonly kind: 'predict';
  readonly question: string;
  readonly expect: string;
  /** Largest distance from the expected number; left out, half a percent of it. */
  readonly within?: number;
  /** Wrong numbers that tell what went wrong; the first that fits speaks. */
  readonly mistakes: readonly Mistake[];
  readonly hint: string;
}

interface Mistake {
  readonly is: string;
  /** What is right in it comes first. */
  readonly title: string;
  readonly hint: string;
}

export interface ChoiceCheck {
  readonly kind: 'choice';
  readonly question: string;
  readonly options: readonly ChoiceOption[];
}

interface ChoiceOption {
  readonly text: string;
  /** The condition under which it is the right one. Options without are wrong. */
  readonly when?: string;
  /** Said when it was chosen and is wrong. */
  readonly hint?: string;
}

/** Something to do with the graph; it is judged by the document alone, however it was done. */
export interface TaskCheck {
  readonly kind: 'task';
  readonly task: string;
  /** All of these hold when it is done. */
  readonly goals: readonly Goal[];
  /** The first whose condition holds is the hint. */
  readonly hints: readonly TaskHint[];
  readonly hint: string;
  /** One way to do it. */
  readonly solution: readonly Change[];
}

export type Goal =
  /** A number of a node: a condition such as `value E < 0.01`. */
  | { readonly kind: 'number'; readonly that: string }
  /** The place of a leaf's slider. */
  | { readonly kind: 'slider'; readonly node: string; readonly from: number; readonly to: number }
  /** A node of this op that reads these, whatever its id; an input is a node's id, or an op as `op:mul`. */
  | { readonly kind: 'shape'; readonly op: string; readonly inputs: readonly string[]; readonly feeds?: string }
  /** These nodes and no others are merged into one gate, shown as one. */
  | { readonly kind: 'merged'; readonly nodes: readonly string[] }
  /** This merged gate is open, so that what is inside can be seen. */
  | { readonly kind: 'opened'; readonly group: string }
  /** The player stands at or after this stop. */
  | { readonly kind: 'stepped'; readonly stop: string };

interface TaskHint {
  readonly when: string;
  readonly text: string;
}
