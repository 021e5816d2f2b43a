import { describeValue, visibleText } from '../errors/describe.ts';
import { fail } from '../errors/fail.ts';
import { createRandom } from '../random/create-random.ts';
import { datasets as entries } from './all.ts';
import type { Dataset } from './dataset.ts';
import type { DatasetDefinition, DatasetSpec } from './define.ts';

/** Every kind of data set, by the name that documents carry. */
export const datasets: ReadonlyMap<string, DatasetDefinition> = new Map(entries.map((each) => [each.id, each]));

export interface OpenDataOptions {
  readonly seed: number;
  /** Unpacked content of the files that {@link dataFiles} names. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Where the section stands. */
  readonly path?: string;
}

/** The files a `dataset` section names, as it writes their paths. */
export function dataFiles(spec: unknown, path = 'training.dataset'): readonly string[] {
  return definitionOf(spec, path).files(spec as DatasetSpec);
}

/** A `dataset` section → the samples. Throws `data.*` and `document.*`. */
export function openDataset(
  spec: unknown,
  { seed, files = new Map(), path = 'training.dataset' }: OpenDataOptions,
): Dataset {
  return definitionOf(spec, path).open(spec as DatasetSpec, { random: () => createRandom(seed, 'data'), files, path });
}

function definitionOf(spec: unknown, path: string): DatasetDefinition {
  if (typeof spec !== 'object' || spec === null)
    return fail('document.type', { expected: 'an object', found: describeValue(spec) }, { path });
  const name: unknown = Object.hasOwn(spec, 'name') ? (spec as DatasetSpec).name : undefined;
  if (typeof name !== 'string')
    return fail('document.type', { expected: 'a name', found: describeValue(name) }, { path: `${path}.name` });
  const found = datasets.get(name);
  if (found) return found;
  return fail('data.unknown', { name: visibleText(name), known: [...datasets.keys()] }, { path: `${path}.name` });
}
