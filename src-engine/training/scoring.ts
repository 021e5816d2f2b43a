import type { Dataset } from '../data/dataset.ts';
import type { Analysis } from '../graph/analyze.ts';
import type { BatchProgram } from './batch-program.ts';
import type { BoundInput } from './bind.ts';

/** How the loss of a batch becomes a sum over samples, and how hits are counted. */
export interface Scoring {
  /** The objective already adds up the samples, instead of averaging them. */
  readonly isSum: boolean;
  /** Whether there is a share of samples whose class was found. */
  readonly hasAccuracy: boolean;
  /** Samples of the last forward whose class was found. */
  hits(program: BatchProgram): number;
  /** Classes found and wanted, written one after the other into the lists: for tables of confusion. */
  classes(program: BatchProgram, found: Int32Array, wanted: Int32Array): void;
}

const NO_HITS = { hasAccuracy: false, hits: () => 0, classes: () => undefined };

/**
 * Looks for the one loss among what the objective is made of. Where it is the loss of a classification, or compares with
 * targets that are classes, the class found is the largest score, or of a single score the nearest class.
 */
export function scoringOf(
  { graph, ops, attrs, order, shapes, adjacency, objective }: Analysis,
  dataset: Dataset,
  bound: readonly BoundInput[],
): Scoring {
  const reached = new Set([objective]);
  for (let at = order.length - 1; at >= 0; at--) {
    const index = order[at]!;
    if (!reached.has(index)) continue;
    for (let edge = adjacency.firstSlot[index]!; edge < adjacency.firstSlot[index + 1]!; edge++)
      reached.add(adjacency.source[edge]!);
  }
  const losses = [...reached].filter((index) => ops[index]?.category === 'loss');
  const isSum = attrs[objective]?.['reduction'] === 'sum';
  const loss = losses.length === 1 ? losses[0]! : -1;
  const decision = loss < 0 ? undefined : ops[loss]!.decision;
  if (loss < 0 || (decision === undefined && dataset.classes === null)) return { isSum, ...NO_HITS };
  const [score, target] = [0, 1].map((slot) => adjacency.source[adjacency.firstSlot[loss]! + slot]!) as [
    number,
    number,
  ];
  const scoreShape = shapes[score]!;
  const targetShape = shapes[target]!;
  const width = scoreShape.length === 2 ? scoreShape[1]! : 1;
  const isTarget = bound.some(
    ({ node, columns: { kind } }) => node === graph.nodes[target]!.id && (kind === 'targets' || kind === 'one-hot'),
  );
  if (scoreShape.length > 2 || (decision === undefined && !isTarget)) return { isSum, ...NO_HITS };
  const targetWidth = targetShape.length === 2 ? targetShape[1]! : 1;
  const scoreId = graph.nodes[score]!.id;
  const targetId = graph.nodes[target]!.id;
  const { threshold, low } = decision ?? { threshold: 0.5, low: 0 };
  const middle = (1 + low) / 2;
  const several = decision === undefined && (dataset.classes?.length ?? 0) > 2; // one number names one of many classes
  const most = (dataset.classes?.length ?? 2) - 1;

  const classAt = (data: Numbers, row: number, columns: number, border: number) => {
    if (columns === 1) {
      const single = data[row]!;
      if (several) return Math.min(most, Math.max(0, Math.round(single)));
      return single > border ? 1 : 0;
    }
    let best = 0;
    const start = row * columns;
    for (let column = 1; column < columns; column++) if (data[start + column]! > data[start + best]!) best = column;
    return best;
  };
  const wantedAt = (data: Numbers, row: number) =>
    width > 1 && targetWidth === 1 ? data[row]! : classAt(data, row, targetWidth, middle);
  return {
    isSum,
    hasAccuracy: true,
    hits(program) {
      const x = program.value(scoreId)!.data;
      const t = program.value(targetId)!.data;
      let hits = 0;
      for (let row = 0; row < program.rows; row++) if (classAt(x, row, width, threshold) === wantedAt(t, row)) hits++;
      return hits;
    },
    classes(program, found, wanted) {
      const x = program.value(scoreId)!.data;
      const t = program.value(targetId)!.data;
      for (let row = 0; row < program.rows; row++) {
        found[row] = classAt(x, row, width, threshold);
        wanted[row] = wantedAt(t, row);
      }
    },
  };
}

type Numbers = Float64Array | Float32Array;
