import type { Attributes } from '../ops/define.ts';

/** Canvas coordinates of a node's upper left corner, in CSS pixels at zoom 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One gate. Its inputs are its edges: slot k reads the output of `inputs[k]`; `null` is a slot still empty. */
export interface GraphNode {
  readonly id: string;
  readonly op: string;
  readonly label?: string;
  /** As written in the document: what is left out has the op's default. */
  readonly attrs: Attributes;
  readonly inputs: readonly (string | null)[];
  readonly position?: Point;
  readonly group?: string;
}

/** A merged gate: the nodes (and groups) that name it. The engine runs the flat graph and never sees it. */
export interface Group {
  readonly id: string;
  readonly label?: string;
  readonly collapsed?: boolean;
  /** The group this one lies in. */
  readonly group?: string;
  readonly position?: Point;
  /** What made it, for example `{ name: 'dense', units: 16 }`. */
  readonly template?: Readonly<Record<string, unknown>>;
}

/** What the engine runs: a value, never changed in place. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly Group[];
  readonly objective?: string;
}

/** Names an edge: the slot it fills. Two edges may join the same pair of nodes (x·x), never the same slot. */
export interface EdgeRef {
  readonly target: string;
  readonly slot: number;
}

/** Stable text form of an edge, `target:slot`; node ids contain no colon. */
export function edgeKey(target: string, slot: number): string {
  return `${target}:${slot}`;
}
