import type { Part } from '../data/split.ts';
import { fail } from '../errors/fail.ts';
import type { Graph } from '../graph/graph.ts';
import type { OpTable } from '../graph/node-problems.ts';
import { healthOf, type UnitHealth } from './health.ts';
import type { Trainer } from './machine.ts';

/** Rows run at once. */
const CHUNK = 1024;

/**
 * Values of `observe` for rows of features as the data has them; every node's values one after the other, as many a row
 * as it has elements. Inputs that are not features are fed zeros.
 */
export function probeValues(trainer: Trainer, features: Float64Array, observe: readonly string[]): Float64Array[] {
  const { normalizer, bound, dataset } = trainer;
  const columns = dataset.featureNames.length;
  const rows = features.length / columns;
  if (rows === 0 || !Number.isInteger(rows))
    fail('data.rows', { features: Math.floor(rows), targets: columns }, { path: 'probe' });
  const feed = (column: number, row: number) =>
    (features[row * columns + column]! - normalizer.shift[column]!) * normalizer.scale[column]!;
  const results: Float64Array[] = [];
  for (let from = 0; from < rows; from += CHUNK) {
    const count = Math.min(CHUNK, rows - from);
    const program = trainer.program(count);
    for (const { node, columns: kind } of bound) {
      const into = program.input(node);
      if (kind.kind === 'features')
        for (let row = 0; row < count; row++)
          for (let column = 0; column < columns; column++) into[row * columns + column] = feed(column, from + row);
      else if (kind.kind === 'feature') for (let row = 0; row < count; row++) into[row] = feed(kind.column, from + row);
      else into.fill(0);
    }
    program.forward(false);
    observe.forEach((node, index) => {
      const data = program.value(node)?.data ?? fail('engine.internal', { detail: `no node ${node}` });
      const width = data.length / count;
      results[index] ??= new Float64Array(rows * width);
      results[index].set(data, from * width);
    });
  }
  return results;
}

/** For every row of a part: its number, the class found and the class wanted. Empty where there are no classes. */
export function probeClasses(trainer: Trainer, part: Part) {
  const rows = trainer.split[part];
  const found = new Int32Array(rows.length);
  const wanted = new Int32Array(rows.length);
  for (let from = 0; from < rows.length; from += CHUNK) {
    const count = Math.min(CHUNK, rows.length - from);
    const program = trainer.run(rows, from, count, false);
    trainer.scoring.classes(program, found.subarray(from, from + count), wanted.subarray(from, from + count));
  }
  return { rows: rows.slice(), found, wanted };
}

/** From the first batch of the training part, in evaluation mode. */
export function probeHealth(trainer: Trainer, graph: Graph, table: OpTable): readonly UnitHealth[] {
  const rows = trainer.split.train;
  const program = trainer.run(rows, 0, Math.min(rows.length, 256), false);
  program.backward(new Float64Array(trainer.flat.size));
  return healthOf(graph, table, program);
}
