import type { ProblemCode, ProblemFacts } from '../errors/catalog.ts';
import { describeValue, visibleText } from '../errors/describe.ts';
import { type Problem, problem } from '../errors/fail.ts';
import type { Graph, GraphNode, Group } from '../graph/graph.ts';
import { graphProblems } from '../graph/problems.ts';
import { opTable } from '../ops/registry.ts';
import { findTooDeep, MAX_DEPTH } from './depth.ts';
import type { ChainruleDocument } from './document.ts';
import { findSyntaxFault } from './json-syntax.ts';
import { migrations } from './migrations/all.ts';
import type { Migration, RawDocument } from './migrations/define.ts';
import { migrate } from './migrations/migrate.ts';
import { isObject } from './schema/collections.ts';
import { documentSchema, VERSION } from './schema/document.ts';
import { memberPath, type Read, ROOT } from './schema/schema.ts';

/** What is read at most. */
export interface ReadLimits {
  /** UTF-16 code units of the text. */
  readonly characters: number;
  readonly nodes: number;
}

/** For the window. */
export const WINDOW_LIMITS: ReadLimits = { characters: 64 * 2 ** 20, nodes: 20_000 };
/** For programs without a canvas. */
export const BATCH_LIMITS: ReadLimits = { characters: 256 * 2 ** 20, nodes: 200_000 };

export type ParsedDocument =
  | { readonly document: ChainruleDocument; readonly problems?: never }
  /** At least one, in document order, each with its path. */
  | { readonly problems: readonly Problem[]; readonly document?: never };

/**
 * What a graph under construction may lack: such a document opens and is edited, and running it says what is missing.
 * Everything else that is wrong with a graph refuses the document.
 */
const UNFINISHED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'graph.empty-slot',
  'graph.upstream',
  'graph.several-objectives',
  'graph.no-objective',
  'shape.broadcast',
  'shape.mismatch',
  'shape.axis',
  'value.class-index',
  'run.too-large',
]);

/** Text of a file → document, or everything that is wrong with it. Reads whole or refuses whole; throws nothing. */
export function parseDocument(text: string, limits: ReadLimits = WINDOW_LIMITS): ParsedDocument {
  if (text.length > limits.characters)
    return refuse('document.too-large', { what: 'characters', found: text.length, limit: limits.characters }, ROOT);
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    const fault = findSyntaxFault(json);
    if (fault === null) return refuse('document.not-json', { detail: `${error}` }, ROOT);
    const place = `line ${fault.line}, column ${fault.column}`;
    return refuse('document.not-json', { detail: `${place}: ${fault.detail}` }, place);
  }
  return parseValue(raw, limits, migrations, VERSION);
}

/** The same for a parsed JSON value, with the migrations and the version they lead to. */
export function parseValue(
  raw: unknown,
  limits: ReadLimits,
  steps: readonly Migration[],
  current: number,
): ParsedDocument {
  const problems: Problem[] = [];
  const deep = findTooDeep(raw);
  if (deep !== null) return refuse('document.too-deep', { limit: MAX_DEPTH }, deep);
  if (!isObject(raw, ROOT, (each) => problems.push(each))) return { problems };
  const stop = checkHeader(raw, current);
  if (stop) return { problems: [stop] };
  const migrated = migrate(raw, raw['version'] as number, current, steps);
  for (const key of ['nodes', 'groups']) {
    const entries = migrated[key];
    if (Array.isArray(entries) && entries.length > limits.nodes)
      return refuse('document.too-large', { what: key, found: entries.length, limit: limits.nodes }, key);
  }
  const read = documentSchema.read({ ...migrated, version: VERSION }, ROOT, (each) => problems.push(each));
  const broken = new Set(problems.map(({ path }) => entryOf(path)));
  if (!broken.has('nodes') && !broken.has('groups')) {
    const graph = read ? toGraph(read) : soundPart(migrated, broken);
    for (const each of [...sharedIds(graph), ...graphProblems(graph, opTable)])
      if (!UNFINISHED.has(each.code) && !broken.has(entryOf(each.path))) problems.push(printable(each));
  }
  if (!read || problems.length > 0) return { problems: inDocumentOrder(problems, migrated) };
  const { title = 'Untitled', description = '', training, trained, extensions } = read;
  return {
    document: {
      title,
      description,
      ...toGraph(read),
      ...(training ? { training } : {}),
      ...(trained ? { trained } : {}),
      ...(extensions ? { extensions } : {}),
    },
  };
}

function refuse<C extends ProblemCode>(code: C, facts: ProblemFacts<C>, path: string): ParsedDocument {
  return { problems: [problem(code, facts, { path })] };
}

/** Format and version come first: what other keys mean depends on them. */
function checkHeader(raw: RawDocument, supported: number): Problem | null {
  const member = (key: string) => (Object.hasOwn(raw, key) ? raw[key] : undefined);
  const format = member('format');
  if (format !== 'chainrule') return problem('document.format', { found: describeValue(format) }, { path: 'format' });
  const version = member('version');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return problem('document.version', { found: describeValue(version) }, { path: 'version' });
  return version > supported
    ? problem('document.version-newer', { found: version, supported }, { path: 'version' })
    : null;
}

function toGraph({
  nodes,
  groups = [],
  objective,
}: Pick<Read<typeof documentSchema>, 'nodes' | 'groups' | 'objective'>): Graph {
  return {
    nodes: nodes.map((node): GraphNode => ({ attrs: {}, inputs: [], ...node })),
    groups,
    ...(objective === undefined ? {} : { objective }),
  };
}

/**
 * The graph with a stand-in for each entry that was refused, so that indices hold and the others can be checked. A
 * stand-in keeps its id, for others may name it.
 */
function soundPart(raw: RawDocument, broken: ReadonlySet<string>): Graph {
  const entries = <T extends { readonly id: string }>(key: string, standIn: (id: string) => T): T[] => {
    const list: unknown = raw[key];
    if (!Array.isArray(list)) return [];
    return list.map((entry: T, index) => {
      if (!broken.has(`${key}[${index}]`)) return entry;
      const id: unknown = typeof entry === 'object' && entry !== null ? entry.id : undefined;
      return standIn(typeof id === 'string' ? id : `${key}[${index}]`);
    });
  };
  return toGraph({
    nodes: entries<Pick<GraphNode, 'id' | 'op'>>('nodes', (id) => ({ id, op: 'input' })),
    groups: entries<Group>('groups', (id) => ({ id })),
    ...(typeof raw['objective'] === 'string' ? { objective: raw['objective'] } : {}),
  });
}

/** Nodes and groups stand side by side on the canvas: they share one set of ids. */
function sharedIds({ nodes, groups }: Graph): Problem[] {
  if (groups.length === 0) return [];
  const taken = new Map(nodes.map(({ id }, index) => [id, `nodes[${index}]`]));
  return groups.flatMap(({ id }, index) => {
    const first = taken.get(id);
    return first === undefined
      ? []
      : [problem('document.duplicate-id', { id, first }, { path: `groups[${index}].id` })];
  });
}

/** Names of settings are the only text that reaches a graph's problems unchecked. */
function printable(found: Problem): Problem {
  const { key, known } = found.facts;
  if (found.code !== 'document.unknown-key' || typeof key !== 'string' || typeof known !== 'object') return found;
  const entry = entryOf(found.path);
  const place = { ...found, path: memberPath(`${entry}.attrs`, key) };
  return { ...place, ...problem('document.unknown-key', { key: visibleText(key), known }) };
}

/** `nodes[3].attrs.value[2]` → `nodes[3]`. */
function entryOf(path = ''): string {
  return /^[^.[]*(?:\[\d+\])?/.exec(path)![0];
}

/** Problems of the structure and of the graph were found in two passes; a reader goes through the file once. */
function inDocumentOrder(problems: readonly Problem[], raw: RawDocument): Problem[] {
  const sections = Object.keys(raw);
  const placed = problems.map((each) => {
    const [, section, index] = /^([^.[]*)(?:\[(\d+)\])?/.exec(each.path ?? '')!;
    return { each, section: sections.indexOf(section!), index: Number(index ?? -1) };
  });
  return placed.sort((a, b) => a.section - b.section || a.index - b.index).map(({ each }) => each);
}
