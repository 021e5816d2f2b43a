import { fail } from '../errors/fail.ts';
import type { AttributeRule, AttributeRules } from '../ops/define.ts';
import type { Random } from '../random/create-random.ts';
import type { Dataset } from './dataset.ts';

/** A `dataset` section as it stands in a document. */
export interface DatasetSpec {
  readonly name: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** What a data set is made from besides its section. */
export interface DataContext {
  /** Draws for one purpose, `data`; the same for the same seed. */
  readonly random: () => Random;
  /** Unpacked content of the files, by the path the section gives. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where the section stands: `training.dataset`. */
  readonly path: string;
}

export type DatasetCategory = 'gates' | 'points' | 'functions' | 'tables' | 'pictures' | 'files';

/** One data set, one file. */
export interface DatasetDefinition {
  /** What documents carry. */
  readonly id: string;
  readonly name: string;
  readonly category: DatasetCategory;
  /** One sentence for the gallery. */
  readonly description: string;
  /** Rules of `options`, for dialogs. */
  readonly options: Readonly<Record<string, AttributeRule>>;
  /** Files that have to be read first. */
  files(spec: DatasetSpec): readonly string[];
  /** Throws a ChainruleError `data.*` or `document.*`. */
  open(spec: DatasetSpec, context: DataContext): Dataset;
}

/** A data set made by chance and options alone. */
export interface Generator<O> extends Pick<DatasetDefinition, 'id' | 'name' | 'category' | 'description'> {
  readonly options: AttributeRules<O>;
  make(options: O, random: Random): Dataset;
}

export function defineGenerator<O>({ make, ...rest }: Generator<O>): DatasetDefinition {
  const rules: Readonly<Record<string, AttributeRule>> = rest.options;
  return defineDataset({
    ...rest,
    files: () => [],
    // The rules are those of O, so what they read is an O
    open: (spec, { random, path }) => make(readOptions(rules, spec.options ?? {}, `${path}.options`) as O, random()),
  });
}

export function defineDataset(definition: DatasetDefinition): DatasetDefinition {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id))
    fail('engine.internal', { detail: `data set "${definition.id}": an id is written in kebab case` });
  return Object.freeze({ ...definition, options: Object.freeze({ ...definition.options }) });
}

/** Options by their rules; a key without a rule is refused by name. Throws `document.*`. */
export function readOptions(
  rules: Readonly<Record<string, AttributeRule>>,
  raw: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> {
  for (const key of Object.keys(raw))
    if (!Object.hasOwn(rules, key))
      fail('document.unknown-key', { key, known: Object.keys(rules) }, { path: `${path}.${key}` });
  return Object.fromEntries(
    Object.entries(rules).map(([key, rule]) => [
      key,
      Object.hasOwn(raw, key) ? rule.read(raw[key], `${path}.${key}`) : rule.default,
    ]),
  );
}
