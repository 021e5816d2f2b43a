import type { CheckReport } from '../autodiff/check-report.ts';
import type { Problem } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import type { PlanLayout } from '../plan/layout.ts';
import type { NodeKinks } from '../run/result.ts';
import type { TensorLiteral } from '../tensor/literal.ts';
import type { TrainingRequest, TrainingResponse } from './training-messages.ts';

/** Identifies the state of the document that a request belongs to; later states have larger numbers. */
export type DocumentVersion = number;

/** What the window asks about the graph shown. */
export type GraphRequest =
  /** Replaces the graph and runs it forward and backward. */
  | { readonly type: 'run'; readonly version: DocumentVersion; readonly graph: Graph }
  /** Changes values of leaves of the graph last sent, and runs again; the plan stays where the shapes do. */
  | {
      readonly type: 'set-values';
      readonly version: DocumentVersion;
      readonly base: DocumentVersion;
      readonly values: readonly { readonly node: string; readonly value: TensorLiteral }[];
    }
  /** Compares every gradient of that version with central differences; given up when a newer version arrives. */
  | { readonly type: 'check'; readonly version: DocumentVersion }
  /** One-dimensional sections of the function: for plots. */
  | {
      readonly type: 'sweep';
      readonly version: DocumentVersion;
      readonly id: number;
      readonly sweep: Sweep;
    };

export type Request = GraphRequest | TrainingRequest | { readonly type: 'ping'; readonly id: number };

/** The output of `observe` while one scalar leaf or one input slot of a node runs over `at`. */
export interface Sweep {
  /** Node whose value is varied. */
  readonly vary: string;
  /** Flat index into its value. */
  readonly index: number;
  /** Node whose (first) value is read. */
  readonly observe: string;
  readonly at: readonly number[];
}

/** What the worker answers to requests about the graph shown, and to pings. */
export type GraphResponse =
  | {
      readonly type: 'ran';
      readonly version: DocumentVersion;
      /** Left out when the layout is that of the run before. */
      readonly layout?: PlanLayout;
      /** Transferred, not copied. */
      readonly memory: Float64Array;
      readonly problems: readonly Problem[];
      readonly kinks: readonly NodeKinks[];
      /** Milliseconds the engine took. */
      readonly durationMs: number;
    }
  | { readonly type: 'checked'; readonly version: DocumentVersion; readonly report: CheckReport }
  | {
      readonly type: 'swept';
      readonly version: DocumentVersion;
      readonly id: number;
      readonly values: readonly number[];
    }
  /** The request could not be carried out at all. */
  | { readonly type: 'failed'; readonly version: DocumentVersion; readonly problem: Problem }
  | { readonly type: 'pong'; readonly id: number };

export type Response = GraphResponse | TrainingResponse;
