import { fail } from '../errors/fail.ts';
import type { GraphNode, Group } from '../graph/graph.ts';
import type { AttributeRules, Attributes } from '../ops/define.ts';
import type { Shape } from '../tensor/shape.ts';

/** Nodes and groups that a template makes, under names of its own (W1, z1), placed from (0, 0) on. */
export interface TemplatePart {
  readonly nodes: readonly GraphNode[];
  /** The first one holds the others: its `template` says what made it. */
  readonly groups: readonly Group[];
  /** Leaves that stand for what the part reads. A wire from elsewhere takes the place of its leaf. */
  readonly inputs: readonly string[];
  /** The node that the part computes. */
  readonly output: string;
  /** The node to differentiate, where the part ends in a loss. */
  readonly objective?: string;
}

/** How much a part would hold, found without making it. */
export interface TemplateCounts {
  /** Numbers that training moves. */
  readonly parameters: number;
  /** Weights between units: parameters without biases, scales and shifts. */
  readonly connections: number;
}

/** One unit or layer more or less. */
export interface TemplateStep {
  readonly what: 'units' | 'layers';
  readonly by: 1 | -1;
  /** Name of the part's group that is to grow or shrink. */
  readonly group: string;
}

interface TemplateContext {
  /** Axes before the features: [] for one example, [n] for a batch. */
  readonly lead: Shape;
}

/** One group of gates that people insert as a whole; the engine runs the primitive nodes alone. */
export interface TemplateDefinition<O = Attributes> {
  /** What `group.template.name` carries. */
  readonly id: string;
  readonly name: string;
  readonly category: 'layers';
  readonly aliases: readonly string[];
  /** SVG path on a 16 × 16 grid, stroked 1.5 wide. */
  readonly glyph: string;
  readonly options: AttributeRules<O>;
  /** Rules between options. Throws a ChainruleError whose path names the option. */
  check?(options: O): void;
  /** The options that suit inputs of these shapes. */
  fit?(options: O, inputs: readonly Shape[]): O;
  counts(options: O): TemplateCounts;
  build(options: O, context: TemplateContext): TemplatePart;
  /**
   * Which node of a part made with `to` goes on from a node of one made with `from`, by their names; `null` for none.
   * The node of the same name when left out.
   */
  heir?(name: string, from: O, to: O): string | null;
  /** The options after a step; `null` where there is none. */
  step?(options: O, step: TemplateStep): O | null;
  /** Axes before the features where nothing is read: a batch of one example when left out. */
  lead?(options: O): Shape;
  readonly intuition: { readonly lead: string; readonly more: string };
  readonly source: string;
}

/** Checks what types cannot say, freezes, and widens to the list's type. Throws `engine.internal`. */
export function defineTemplate<O>(template: TemplateDefinition<O>): TemplateDefinition {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(template.id))
    fail('engine.internal', { detail: `template "${template.id}": an id is written in kebab case` });
  // Options are read by the template's own rules before it sees them.
  return Object.freeze({ ...template }) as unknown as TemplateDefinition;
}
