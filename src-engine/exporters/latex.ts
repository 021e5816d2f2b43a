import type { ChainruleDocument } from '../document/document.ts';
import type { GraphNode } from '../graph/graph.ts';
import { readAttributes } from '../graph/node-problems.ts';
import type { OpDefinition } from '../ops/define.ts';
import { evaluate } from '../run/evaluate.ts';
import type { RunResult } from '../run/result.ts';
import { defineExporter } from './define.ts';
import { asFactor, substitute } from './latex-expression.ts';
import { latexComment, latexSymbol, latexText } from './latex-text.ts';
import { numberText } from './number-text.ts';

/**
 * A page that compiles alone: one equation a gate, then the chain rule, ∂L/∂x as the sum over the wires that leave x,
 * from the objective back to the leaves.
 */
export const latex = defineExporter({
  id: 'latex',
  name: 'LaTeX',
  extension: '.tex',
  mediaType: 'application/x-tex',
  write(document, { table }) {
    const result = evaluate(document, { table });
    const page = equationsOf(document, result, table);
    const body = [
      latexComment(document.title),
      '\\documentclass{article}',
      '\\usepackage[T1]{fontenc}',
      '\\usepackage{amsmath,amssymb}',
      '\\allowdisplaybreaks',
      '\\begin{document}',
      `\\section*{${latexText(document.title)}}`,
      ...(document.description ? [latexText(document.description)] : []),
      ...section('Function', page.expression),
      ...section('Values', page.leaves),
      ...section('Forward', page.forward),
      ...section('Backward', page.backward),
      '\\end{document}',
    ];
    return `${body.join('\n')}\n`;
  },
});

/** Left and right side. */
type Equation = readonly [string, string];

interface Equations {
  /** The objective in as few lines as can be read: gates that one wire alone leaves are put into their readers. */
  readonly expression: readonly Equation[];
  readonly leaves: readonly Equation[];
  readonly forward: readonly Equation[];
  readonly backward: readonly Equation[];
}

function section(title: string, equations: readonly Equation[]): string[] {
  if (equations.length === 0) return [];
  const lines = equations.map(([left, right]) => `${left} &= ${right}`);
  return [`\\subsection*{${title}}`, '\\begin{align*}', lines.join(' \\\\\n'), '\\end{align*}'];
}

/** What the page says, without its frame. */
function equationsOf(
  document: ChainruleDocument,
  result: RunResult,
  table: ReadonlyMap<string, OpDefinition>,
): Equations {
  const { layout } = result;
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const nodes = layout.nodes.map(({ id }) => byId.get(id)!);
  const symbols = symbolsOf(document.nodes, result, table);
  const symbol = ({ id }: GraphNode) => symbols.get(id)!;
  const inputs = ({ inputs }: GraphNode) => inputs.map((id) => symbols.get(id ?? '') ?? '?');
  const definition = ({ op }: GraphNode) => table.get(op)!;
  const attributes = (node: GraphNode) => readAttributes(node, 0, definition(node)).attrs;

  const leaves: Equation[] = [];
  const forward: Equation[] = [];
  for (const node of nodes) {
    const op = definition(node);
    const isNumber = op.leaf === 'constant' && result.value(node.id)!.shape.length === 0; // stands for itself
    if (isNumber) continue;
    if (op.leaf) leaves.push([symbol(node), valueText(result, node.id)]);
    else forward.push([symbol(node), op.latex.forward(inputs(node), attributes(node))]);
  }
  const goal = nodes[layout.objective];
  if (!goal) return { expression: [], leaves, forward, backward: [] };

  const { data: goalValue } = result.value(goal.id)!;
  const top = goalValue.length === 1 ? symbol(goal) : '\\mathcal{L}';
  const partial = (node: GraphNode) => `\\frac{\\partial ${top}}{\\partial ${symbol(node)}}`;
  /** upstream · local for one wire. */
  const term = (edge: number): string => {
    const { target, slot } = layout.edges[edge]!;
    const node = nodes[target]!;
    const local = definition(node).latex.local(slot, inputs(node), symbol(node), attributes(node));
    if (local.includes('\\bar{y}')) return local.replaceAll('\\bar{y}', partial(node));
    return `${partial(node)} \\cdot ${asFactor(local)}`;
  };
  const backward: Equation[] = [];
  const size = goalValue.length;
  if (size > 1) forward.push([top, `\\frac{1}{${size}}\\sum ${symbol(goal)}`]);
  backward.push([partial(goal), size > 1 ? `\\frac{1}{${size}}` : '1']);
  for (const { node: index } of result.trace.events.filter((event) => event.kind === 'accumulate')) {
    const node = nodes[index]!;
    if (definition(node).leaf === 'constant') continue;
    const grad = result.grad(node.id)!;
    const sum = result.branches(node.id).map(term).join(' + ');
    backward.push([partial(node), grad.shape.length === 0 ? `${sum} = ${latexNumber(grad.data[0]!)}` : sum]);
  }
  const expression = expressionOf(
    layout.nodes.map(({ reachesObjective }, index) => ({ node: nodes[index]!, reachesObjective })),
    symbols,
    (node) => (definition(node).leaf ? null : (x) => definition(node).latex.forward(x, attributes(node))),
  );
  return { expression, leaves, forward, backward };
}

/** Lines of the expression form beyond which the forward pass says it better. */
const MOST_LINES = 12;

/** Empty where it would be no shorter than the forward pass. */
function expressionOf(
  order: readonly { readonly node: GraphNode; readonly reachesObjective: boolean }[],
  symbols: ReadonlyMap<string, string>,
  formulaOf: (node: GraphNode) => ((x: readonly string[]) => string) | null,
): readonly Equation[] {
  const readers = new Map<string, number>();
  for (const { node } of order)
    for (const input of node.inputs) if (input !== null) readers.set(input, (readers.get(input) ?? 0) + 1);
  const texts = new Map<string, string>();
  const lines: Equation[] = [];
  let inlined = 0;
  for (const { node, reachesObjective } of order) {
    const formula = formulaOf(node);
    const symbol = symbols.get(node.id)!;
    if (formula === null || !reachesObjective) continue;
    const plain = node.inputs.map((id) => symbols.get(id ?? '') ?? '?');
    const operands = node.inputs.map((id, slot) => texts.get(id ?? '') ?? plain[slot]!);
    const text = substitute(formula, operands);
    if (text !== null && readers.get(node.id) === 1) {
      texts.set(node.id, text);
      inlined++;
      continue;
    }
    // Too long: what was to be put in becomes lines of its own.
    if (text === null)
      for (const [slot, id] of node.inputs.entries()) {
        const own = texts.get(id ?? '');
        if (own !== undefined) lines.push([plain[slot]!, own]);
      }
    lines.push([symbol, text ?? formula(plain)]);
  }
  return inlined > 0 && lines.length <= MOST_LINES ? lines : [];
}

/** One symbol a node: a constant's number, a label where that is a short word nobody else has, else the id. */
function symbolsOf(
  nodes: readonly GraphNode[],
  result: RunResult,
  table: ReadonlyMap<string, OpDefinition>,
): ReadonlyMap<string, string> {
  const wanted = nodes.map(({ id, label }) =>
    label !== undefined && /^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(label) ? label : id,
  );
  const ids = new Set(nodes.map(({ id }) => id));
  const times = new Map<string, number>();
  for (const name of wanted) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    nodes.map(({ id, op }, index) => {
      const value = table.get(op)?.leaf === 'constant' ? result.value(id) : null;
      if (value?.shape.length === 0) return [id, constantText(value.data[0]!)];
      const name = wanted[index]!;
      return [id, latexSymbol(times.get(name) === 1 && (name === id || !ids.has(name)) ? name : id)];
    }),
  );
}

function constantText(value: number): string {
  return value < 0 ? `\\left(${latexNumber(value)}\\right)` : latexNumber(value);
}

/** A leaf's value: a number, a matrix up to 6 × 6, else its shape. */
function valueText(result: RunResult, id: string): string {
  const { shape, data } = result.value(id)!;
  if (shape.length === 0) return latexNumber(data[0]!);
  const columns = shape[shape.length - 1]!;
  if (shape.length > 2 || data.length / columns > 6 || columns > 6)
    return `\\text{a tensor of shape } [${shape.join(', ')}]`;
  const rows = Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns), latexNumber).join(' & '),
  );
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`;
}

/** `1.5e-7` → 1.5 \cdot 10^{-7}. */
function latexNumber(value: number): string {
  if (Number.isNaN(value)) return '\\mathrm{NaN}';
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty';
  return numberText(value).replace(/e\+?(-?\d+)$/, ' \\cdot 10^{$1}');
}
