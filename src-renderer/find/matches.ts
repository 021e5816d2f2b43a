import { type ChainruleDocument, findOp, type GraphNode, type Group, type Problem, type Tensor } from '#engine';
import { gateOfNodes } from '../commands/reach.ts';
import type { FindTerm, Relation } from './query.ts';

/** Numbers as they stand at the player's position; `null` for what is not computed. */
export interface FindNumbers {
  value(node: string): Tensor | null;
  grad(node: string): Tensor | null;
}

export interface Match {
  /** A node, or a collapsed merged gate found by its name. */
  readonly id: string;
  /** The gate that shows it. */
  readonly gate: string;
}

/** What fulfils every term, in reading order: columns from left to right, each from top to bottom. */
export function matchesOf(
  document: ChainruleDocument,
  terms: readonly FindTerm[],
  numbers: FindNumbers,
  problems: readonly Problem[],
): readonly Match[] {
  if (terms.length === 0) return [];
  const gates = gateOfNodes(document);
  const troubled = new Set(problems.map(({ node }) => node));
  const found = document.nodes
    .filter((node) => terms.every((term) => holds(node, term, numbers, troubled)))
    .map((node) => ({ id: node.id, gate: gates.get(node.id) ?? node.id }));
  const shown = new Set(gates.values());
  const merged = document.groups
    .filter((group) => shown.has(group.id) && terms.every((term) => holdsForGroup(group, term)))
    .map(({ id }) => ({ id, gate: id }));
  const places = new Map([...document.nodes, ...document.groups].map(({ id, position }) => [id, position]));
  const at = ({ gate, id }: Match) => places.get(gate) ?? places.get(id) ?? { x: 0, y: 0 };
  return [...found, ...merged].sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
}

function holds(
  node: GraphNode,
  term: FindTerm,
  numbers: FindNumbers,
  troubled: ReadonlySet<string | undefined>,
): boolean {
  if (term.kind === 'text') {
    const names = [node.id, node.label ?? ''];
    const kind = [node.op, findOp(node.op)?.name ?? ''];
    if (term.within === 'op') return kind.some((text) => fold(text) === fold(term.text)) || isKind(node, term.text);
    return (term.within === 'name' ? names : [...names, ...kind]).some((text) => fold(text).includes(fold(term.text)));
  }
  if (term.kind === 'is') {
    if (term.what === 'problem') return troubled.has(node.id);
    const odd = term.what === 'nan' ? Number.isNaN : (value: number) => Math.abs(value) === Number.POSITIVE_INFINITY;
    return some(numbers.value(node.id), odd) || some(numbers.grad(node.id), odd);
  }
  const compare = RELATIONS[term.relation];
  return some(numbers[term.what](node.id), (value) => compare(term.absolute ? Math.abs(value) : value, term.number));
}

function holdsForGroup({ id, label }: Group, term: FindTerm): boolean {
  return (
    term.kind === 'text' &&
    term.within !== 'op' &&
    [id, label ?? ''].some((text) => fold(text).includes(fold(term.text)))
  );
}

/** Categories too: `op:activation`. */
function isKind({ op }: GraphNode, text: string): boolean {
  return fold(findOp(op)?.category ?? '') === fold(text);
}

/** How exactly `=` compares: numbers are typed as they are shown, with four digits. */
const SHOWN_DIGITS = 5e-4;

const equal = (a: number, b: number) => a === b || Math.abs(a - b) <= SHOWN_DIGITS * Math.abs(b);

const RELATIONS: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': equal,
  '!=': (a, b) => !Number.isNaN(a) && !equal(a, b),
};

function some(tensor: Tensor | null, test: (value: number) => boolean): boolean {
  if (!tensor) return false;
  for (const value of tensor.data) if (test(value)) return true;
  return false;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
